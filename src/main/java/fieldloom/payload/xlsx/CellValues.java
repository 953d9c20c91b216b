package fieldloom.payload.xlsx;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.payload.ReadCodes;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;

/** What cells hold: texts, numbers, true and false, dates and times. */
final class CellValues {
  private final Styles styles;
  private final SharedStrings strings;
  private final boolean from1904;

  CellValues(Book book) {
    this.styles = book.styles();
    this.strings = book.strings();
    this.from1904 = book.from1904();
  }

  /** Why a cell holds no value: the end of a sentence about it. */
  static final class Fault extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String code;

    Fault(String code, String message) {
      super(message, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * The value of a cell; of a formula what it gave when it was last computed.
   *
   * @return a text, a number, a truth, a day or time without a zone, or {@link Absent#ABSENT}
   */
  Object of(Cell cell) throws IOException, Fault {
    if (cell.blank()) {
      return Absent.ABSENT;
    }
    if (cell.tooLong) {
      throw new Fault(
          ReadCodes.TOO_LONG, "has more than 10,000,000 characters; so long a text is not read");
    }
    return switch (cell.type) {
      case "n" -> number(cell);
      case "s" -> shared(cell.text);
      case "str", "inlineStr" -> cell.isText() ? XText.read(cell.text) : Absent.ABSENT;
      case "b" -> truth(cell.text);
      case "d" -> iso(cell.text.strip());
      case "e" ->
          throw new Fault(
              ReadCodes.CELL_ERROR,
              "holds the error " + cell.text + "; correct it in the workbook");
      default -> throw bad("is of the unknown type “" + cell.type + "”");
    };
  }

  private static Fault bad(String message) {
    return new Fault(ReadCodes.BAD_VALUE, message);
  }

  private Object shared(String text) throws IOException, Fault {
    String shared = strings.get(Whole.parse(text.strip(), -1));
    if (shared == null) {
      throw bad("refers to the text number " + text + ", which the workbook does not have");
    }
    return shared;
  }

  private static Object truth(String text) throws Fault {
    return switch (text.strip()) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw bad("holds “" + text + "”, which is neither true nor false");
    };
  }

  private Object number(Cell cell) throws Fault {
    Num number = CellNumbers.read(cell.text.strip());
    if (number == null) {
      throw bad("holds “" + cell.text + "”, which is no number of up to 1,000 digits");
    }
    CellKind kind = styles.kind(cell.style);
    if (kind == CellKind.NUMBER) {
      return number;
    }
    Temporal time = ExcelDays.time(number.value(), kind, from1904);
    if (time == null) {
      throw bad(
          "is formatted as a date or time, but " + number.text() + " is no day that Excel has");
    }
    return time;
  }

  /** As Excel writes dates in workbooks of strict form. */
  private static Object iso(String text) throws Fault {
    try {
      String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      return local.indexOf('T') < 0 ? LocalDate.parse(local) : LocalDateTime.parse(local);
    } catch (DateTimeException e) {
      throw bad("holds “" + text + "”, which is no date");
    }
  }
}
