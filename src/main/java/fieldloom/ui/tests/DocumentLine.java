package fieldloom.ui.tests;

import fieldloom.pack.comparison.FieldResult.Kind;

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
 */
record DocumentLine(
    int number, int depth, String expected, String actual, Kind kind, String note, int folded) {

  boolean isFold() {
    return folded > 0;
  }
}
