package fieldloom.ui.jobs;

import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How runs read: states, moments, durations, counts. */
final class RunWords {
  static final Texts TEXTS = Texts.of(RunWords.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private RunWords() {}

  /** The word for a state; a run with failed records says so. */
  static String state(Run run) {
    if (run.state() == RunState.SUCCEEDED && run.counts().failed() > 0) {
      return TEXTS.get("state.with-errors");
    }
    return TEXTS.get("state." + run.state().name().toLowerCase(Locale.ROOT));
  }

  static Tone tone(Run run) {
    return switch (run.state()) {
      case RUNNING -> Tone.ACCENT;
      case SUCCEEDED -> run.counts().failed() > 0 ? Tone.WARNING : Tone.GOOD;
      case FAILED, INTERRUPTED -> Tone.BAD;
      case CANCELLED -> Tone.NEUTRAL;
    };
  }

  /** Today the time of day, else the day too. */
  static String moment(Instant instant) {
    ZonedDateTime local = instant.atZone(ZoneId.systemDefault());
    return (local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME : DAY)
        .format(local);
  }

  /** How long a run took or has taken, in words: {@code 0.4 s}, {@code 44 s}, {@code 3 min 5 s}. */
  static String took(Run run, Instant now) {
    Duration took = Duration.between(run.started(), run.ended() == null ? now : run.ended());
    long ms = Math.max(0, took.toMillis());
    if (ms < 10_000) {
      return TEXTS.get("took.s", String.format(Locale.ROOT, "%.1f", ms / 1000.0));
    }
    long s = ms / 1000;
    return s < 60
        ? TEXTS.get("took.s", String.valueOf(s))
        : TEXTS.get("took.min", String.valueOf(s / 60), String.valueOf(s % 60));
  }

  /** A count, grouped by thin blanks: {@code 18 420}. */
  static String count(long value) {
    return Grouped.of(value);
  }

  /** Records in a second; a dash where the run is too short to say. */
  static String rate(Run run, Instant now) {
    long ms = Duration.between(run.started(), run.ended() == null ? now : run.ended()).toMillis();
    return ms < 50 ? "–" : count(run.counts().read() * 1000 / ms) + "/s";
  }
}
