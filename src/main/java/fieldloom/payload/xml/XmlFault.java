package fieldloom.payload.xml;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import java.io.Serial;

/** A place of a document that cannot be read; the message is one sentence that says which. */
public final class XmlFault extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final long line;
  private final boolean fatal;

  /**
   * @param code one of {@link fieldloom.payload.ReadCodes}
   * @param line from 1
   * @param fatal whether nothing behind it can be read
   */
  XmlFault(String code, String message, long line, boolean fatal) {
    super(message);
    this.code = code;
    this.line = line;
    this.fatal = fatal;
  }

  /** Whether it is that the document goes on behind the end of the input. */
  public boolean isCutOff() {
    return code.equals(ReadCodes.CUT_OFF);
  }

  String code() {
    return code;
  }

  long line() {
    return line;
  }

  boolean fatal() {
    return fatal;
  }

  /**
   * As the fault of a record.
   *
   * @param last whether nothing can be read behind it
   */
  BadRecordException ofRecord(boolean last) {
    return new BadRecordException(code, String.valueOf(getMessage()), line, null, last);
  }
}
