package fieldloom.payload.xlsx;

/** The styles of cells that are written, by their number in {@link WorkbookParts}. */
final class CellStyles {
  static final int GENERAL = 0;
  static final int HEADER = 1;
  static final int DATE = 2;
  static final int DATETIME = 3;
  static final int DATETIME_MILLIS = 4;
  static final int TIME = 5;
  static final int TIME_MILLIS = 6;

  /** Digits that are no number to Excel. */
  static final int TEXT = 7;

  /** Text that stays text where somebody edits it. */
  static final int QUOTED = 8;

  private CellStyles() {}
}
