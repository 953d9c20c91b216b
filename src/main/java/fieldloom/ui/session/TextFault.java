package fieldloom.ui.session;

import fieldloom.model.Each;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.kit.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Why a text cannot be a rule.
 *
 * @param from char index in the text where it goes wrong; -1 where that is no place in it
 * @param sentence what is wrong, and what to do
 */
public record TextFault(int from, String sentence) {

  /** What is wrong with a formula; null where nothing is. */
  public static @Nullable TextFault ofFormula(String text) {
    try {
      FormulaParser.parse(text);
      return null;
    } catch (FormulaException e) {
      return of(text, e);
    }
  }

  /**
   * What is wrong with the line of a loop; null where nothing is.
   *
   * @param old the loop that is changed; null where there is none yet
   */
  public static @Nullable TextFault ofLoop(String text, @Nullable Each old) {
    try {
      LoopText.read(text, old);
      return null;
    } catch (FormulaException e) {
      return of(text, e);
    }
  }

  private static TextFault of(String text, FormulaException e) {
    int points = Math.min(e.pos().column() - 1, text.codePointCount(0, text.length()));
    boolean first = e.pos().line() == 1;
    String remedy = e.remedy().isBlank() ? "" : " " + Sentences.said(e.remedy());
    String sentence = Sentences.said(String.valueOf(e.getMessage()));
    return new TextFault(first ? text.offsetByCodePoints(0, points) : -1, sentence + remedy);
  }
}
