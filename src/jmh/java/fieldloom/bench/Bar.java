package fieldloom.bench;

import java.util.Locale;

/** What a measure must reach. */
sealed interface Bar {
  /** Nothing: the measure only informs. */
  record None() implements Bar {}

  /** Value over the peer's value, at least so much. */
  record RatioAtLeast(double ratio) implements Bar {}

  /** Value over the peer's value, at most so much. */
  record RatioAtMost(double ratio) implements Bar {}

  /** The value itself, at most so much in its unit. */
  record ValueAtMost(double value) implements Bar {}

  default boolean reached(double value, double peerValue) {
    return switch (this) {
      case None none -> true;
      case RatioAtLeast bar -> value / peerValue >= bar.ratio;
      case RatioAtMost bar -> value / peerValue <= bar.ratio;
      case ValueAtMost bar -> value <= bar.value;
    };
  }

  /** As a row prints it. */
  default String text() {
    return switch (this) {
      case None none -> "-";
      case RatioAtLeast bar -> String.format(Locale.ROOT, ">= %.2f", bar.ratio);
      case RatioAtMost bar -> String.format(Locale.ROOT, "<= %.2f", bar.ratio);
      case ValueAtMost bar -> String.format(Locale.ROOT, "value <= %.0f", bar.value);
    };
  }
}
