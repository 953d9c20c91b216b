package fieldloom.payload;

/** The codes that a record which cannot be read carries in error files. Stable. */
public final class ReadCodes {
  /** The text is no JSON. */
  public static final String BAD_JSON = "bad-json";

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

  /** A message, or a part of one, that its schema does not allow. */
  public static final String INVALID = "invalid";

  /** A control number or a count that does not fit what it counts. */
  public static final String CONTROL_MISMATCH = "control-mismatch";

  private ReadCodes() {}
}
