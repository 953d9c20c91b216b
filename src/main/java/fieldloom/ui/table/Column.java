package fieldloom.ui.table;

import java.util.Locale;

/** The columns of the table, in the order in which they stand at first. */
enum Column {
  NUMBER(48),
  PATH(200),
  TITLE(96),
  TYPE(120),
  REQUIRED(52),
  RULE(320),
  DEFAULT(72),
  EXAMPLE(192),
  NOTE(112),
  STATUS(156);

  private final double widthPx;

  Column(double widthPx) {
    this.widthPx = widthPx;
  }

  /** Width at first and at the usual size of text. */
  double widthPx() {
    return widthPx;
  }

  /** Whether it stays at the left while the others scroll, and cannot be moved or hidden. */
  boolean isFrozen() {
    return this == NUMBER || this == PATH;
  }

  /** Whether people write in it. */
  boolean isEditable() {
    return this == RULE || this == DEFAULT || this == NOTE;
  }

  /** Whether it shows what the mapping makes rather than what it is. */
  boolean isResult() {
    return this == NUMBER || this == EXAMPLE || this == STATUS;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return Words.get("column." + key());
  }
}
