package fieldloom.payload.xlsx;

/** How large workbooks and what is in them may be; beyond, they are refused in one sentence. */
final class XlsxLimits {
  /** Largest file, in bytes. */
  static final long FILE_BYTES = 2L << 30;

  /** Most parts of a file. */
  static final int PARTS = 10_000;

  /** Largest list of the parts of a file, in bytes. */
  static final long DIRECTORY_BYTES = 16L << 20;

  /**
   * How many times its packed size a part may have, once it is larger than {@link #FREE_BYTES}.
   * Sheets of one long text again and again reach 200, files that are made to fill the memory
   * 1,000.
   */
  static final int RATIO = 400;

  /** Unpacked bytes of a part at which its ratio does not matter yet. */
  static final long FREE_BYTES = 16L << 20;

  /** Most sheets, styles or formats that are listed. */
  static final int LISTED = 100_000;

  /** Longest text of a cell that is read, in UTF-16 units; Excel itself ends at 32,767. */
  static final int CELL_CHARS = 10_000_000;

  /** Longest text of a cell that is written, as Excel has it, in UTF-16 units. */
  static final int WRITTEN_CHARS = 32_767;

  static final int ROWS = 1_048_576;
  static final int COLUMNS = 16_384;

  private XlsxLimits() {}
}
