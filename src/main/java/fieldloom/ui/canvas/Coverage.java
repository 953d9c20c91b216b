package fieldloom.ui.canvas;

import fieldloom.ui.session.RowStrip;

/** How many of a group's fields have a rule, and how heavy a link to it is drawn. */
enum Coverage {
  NONE(1.5),
  SOME(2.5),
  ALL(4);

  private final double width;

  Coverage(double width) {
    this.width = width;
  }

  /** Pixels. */
  double width() {
    return width;
  }

  static Coverage of(RowStrip strip, int row) {
    int mapped = strip.mappedIn(row);
    if (mapped == 0) {
      return NONE;
    }
    return mapped < strip.fieldsIn(row) ? SOME : ALL;
  }
}
