package fieldloom.ui.session;

/**
 * What mends a problem at once.
 *
 * @param name what it does, in the window's language
 * @param detail what comes of it: the new formula; "" where the name says it all
 * @param then what people do next
 */
public record QuickFix(String name, String detail, Edit edit, Then then) {

  /** What is opened once a fix is applied. */
  public sealed interface Then {
    /** Nothing: it is done. */
    record Nothing() implements Then {}

    /** The formula, in which something is still to be filled in. */
    record Formula(FieldRef field) implements Then {}

    /** A lookup table, whose new row has no value yet. */
    record Table(String name) implements Then {}
  }

  QuickFix(String name, String detail, Edit edit) {
    this(name, detail, edit, new Then.Nothing());
  }

  /** As it is applied: one step of the history by the fix's name. */
  public Edit step() {
    return new ProblemEdit.Fix(edit, name);
  }
}
