package fieldloom.payload.xlsx;

import java.io.IOException;
import java.io.Serial;

/**
 * A workbook that is not as it must be; the message is the end of a sentence about it, without a
 * full stop: {@code is cut off: …}.
 */
final class WorkbookFault extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  WorkbookFault(String predicate) {
    super(predicate);
  }

  /** The whole sentence about the workbook of a source. */
  String sentence(String owner) {
    return "The workbook of " + owner + " " + getMessage() + ".";
  }
}
