package fieldloom.ui.formula;

/** What the formula in the bar gives. */
public sealed interface FormulaResult {

  /** Nothing to say: no formula, or no sample. */
  record Nothing() implements FormulaResult {}

  /** Being computed. */
  record Pending() implements FormulaResult {}

  /** A value, as shown. */
  record Value(String text) implements FormulaResult {}

  /**
   * It is wrong, or fails on the sample.
   *
   * @param position {@code 1:12}; "" where it has none
   * @param from char index in the text where the fault begins; −1 where it has no place
   * @param to char index behind it
   * @param message one sentence
   * @param remedy one sentence; "" where there is none
   */
  record Fault(String position, int from, int to, String message, String remedy)
      implements FormulaResult {}
}
