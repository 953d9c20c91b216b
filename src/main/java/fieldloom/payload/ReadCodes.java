package fieldloom.payload;

/** The codes that a record which cannot be read carries in error files. Stable. */
public final class ReadCodes {
  /** The text is no JSON. */
  public static final String BAD_JSON = "bad-json";

  /** The text is no XML. */
  public static final String BAD_XML = "bad-xml";

  /** An XML document with a document type declaration. */
  public static final String DOCTYPE = "doctype";

  /** An XML document or an EDI message, or a part of one, that its schema does not allow. */
  public static final String INVALID = "invalid";

  /** A document that does not fit into the memory of the run. */
  public static final String TOO_LARGE = "too-large";

  /** The input ends in the middle of a record. */
  public static final String CUT_OFF = "cut-off";

  /** Bytes that do not belong to the input's encoding. */
  public static final String BAD_ENCODING = "bad-encoding";

  /** More levels of objects and arrays than are read. */
  public static final String TOO_DEEP = "too-deep";

  /** A number with more digits, or a larger exponent, than is kept exactly. */
  public static final String NUMBER_TOO_LARGE = "number-too-large";

  /** A text, a line or a row longer than is read. */
  public static final String TOO_LONG = "too-long";

  /** A CSV row with more or fewer columns than the header. */
  public static final String COLUMN_COUNT = "column-count";

  /** A CSV quote that is not closed, or text behind a closing one. */
  public static final String BAD_QUOTE = "bad-quote";

  /** The text is no interchange of X12 or EDIFACT. */
  public static final String BAD_EDI = "bad-edi";

  /** A control number or a count that does not fit what it counts. */
  public static final String CONTROL_MISMATCH = "control-mismatch";

  /** A fixed-width line that no record type of the options describes. */
  public static final String UNKNOWN_LINE = "unknown-line";

  /** A field or cell that does not hold what its type says. */
  public static final String BAD_VALUE = "bad-value";

  /** A position of a fixed-width line that stands within a character. */
  public static final String CUT_CHARACTER = "cut-character";

  /** A cell that holds an error such as {@code #DIV/0!}. */
  public static final String CELL_ERROR = "cell-error";

  /** A sheet whose XML or rows are not as a workbook has them. */
  public static final String BAD_SHEET = "bad-sheet";

  private ReadCodes() {}
}
