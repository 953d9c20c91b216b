package fieldloom.ui.canvas;

import fieldloom.model.drawing.Shape;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.FormulaText;
import org.jspecify.annotations.Nullable;

/** What is typed for the value at a port: text without quotes, or a formula behind {@code =}. */
final class NodeValue {
  private NodeValue() {}

  /**
   * What was typed.
   *
   * @param formula what to put there; "" where it cannot be
   * @param fault why not; null where it can
   */
  record Read(String formula, @Nullable String fault) {}

  /** What to show of what is there. */
  static String typed(Shape shape) {
    if (shape instanceof Shape.Text text) {
      boolean odd = text.value().startsWith("=") || text.value().codePoints().anyMatch(c -> c < 32);
      return odd ? "=" + shape.label() : text.value();
    }
    return shape.isConstant() ? shape.label() : "=" + shape.label();
  }

  /** Reads it; where a text stood, what is no formula is a text. */
  static Read read(String typed, Shape before) {
    String text = typed.strip();
    if (text.startsWith("=")) {
      return formula(text.substring(1));
    }
    boolean literal = !(before instanceof Shape.Text) && FormulaText.of(text).isLiteral();
    return literal ? formula(text) : new Read(FormulaPrinter.quote(typed), null);
  }

  private static Read formula(String text) {
    try {
      return new Read(FormulaPrinter.print(FormulaParser.parse(text)), null);
    } catch (FormulaException e) {
      return new Read(
          "",
          e.pos()
              + "  "
              + Sentences.said(String.valueOf(e.getMessage()))
              + " "
              + Sentences.said(e.remedy()));
    }
  }
}
