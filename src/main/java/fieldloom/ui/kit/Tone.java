package fieldloom.ui.kit;

/** What a colour says. It never says it alone: a word or an icon goes with it. */
public enum Tone {
  NEUTRAL,
  GOOD,
  WARNING,
  BAD,
  ACCENT,
  LOOP;

  /** Style class of chips and dots. */
  public String styleClass() {
    return switch (this) {
      case NEUTRAL -> "neutral";
      case GOOD -> "good";
      case WARNING -> "warn";
      case BAD -> "bad";
      case ACCENT -> "accent";
      case LOOP -> "loop";
    };
  }
}
