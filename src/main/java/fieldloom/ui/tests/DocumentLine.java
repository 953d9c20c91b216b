package fieldloom.ui.tests;

import fieldloom.pack.comparison.FieldResult.Kind;
import java.util.Locale;

/**
 * A line of two documents beside each other.
 *
 * @param number by which a folded stretch is known
 * @param depth how far it is indented
 * @param expected its text in the expected document; "" where it has none there
 * @param actual its text in the document that came; "" where it has none there
 * @param kind how the two stand to each other
 * @param note what is said beside it, as where an item was before; "" for nothing
 * @param folded how many equal lines it stands for; 0 for a line of its own
 * @param target name of the target whose document it is of
 * @param place number of its place in the comparison of that target; -1 where it is of none
 */
record DocumentLine(
    int number,
    int depth,
    String expected,
    String actual,
    Kind kind,
    String note,
    int folded,
    String target,
    int place) {

  boolean isFold() {
    return folded > 0;
  }

  /** Whether it is this line, or a fold that this line lies in. */
  boolean holds(int line) {
    return number <= line && line < number + Math.max(1, folded);
  }

  /** Whether one of its sides has a text. */
  boolean says(String lowerCase) {
    return expected.toLowerCase(Locale.ROOT).contains(lowerCase)
        || actual.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
