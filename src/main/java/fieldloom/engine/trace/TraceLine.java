package fieldloom.engine.trace;

/**
 * A step in words, in the columns that people read.
 *
 * @param title what was done: {@code Multiply}, {@code Loop item}
 * @param detail with what: the formula, or where the item comes from; may be empty
 * @param filled the same with its values put in; may be empty
 * @param result what it gave
 * @param wrong whether it failed
 */
public record TraceLine(String title, String detail, String filled, String result, boolean wrong) {

  /** The columns behind the title, those that say something. */
  public String text() {
    StringBuilder text = new StringBuilder(title);
    for (String part : new String[] {detail, filled, result}) {
      if (!part.isEmpty()) {
        text.append('\t').append(part);
      }
    }
    return text.toString();
  }
}
