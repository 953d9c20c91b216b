package fieldloom.payload.xlsx;

/** A cell as the sheet has it. Reused from row to row. */
final class Cell {
  /** From 0. */
  int column;

  /** n, s, str, inlineStr, b, e or d. */
  String type = "n";

  int style;
  String text = "";
  boolean formula;

  /** Whether some of the text was left out. */
  boolean tooLong;

  /** Whether there is no value at all: a cell that is only formatted. */
  boolean blank() {
    return text.isEmpty() && !isText();
  }

  /** A text, maybe of no characters; what a formula gives as no text is nothing. */
  boolean isText() {
    return switch (type) {
      case "s", "inlineStr" -> true;
      case "str" -> !(formula && text.isEmpty());
      default -> false;
    };
  }
}
