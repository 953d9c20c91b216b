package fieldloom.ui.session;

import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.Shape;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import java.util.Optional;

/** Draws what fills a field. */
public final class RuleDrawing {
  private RuleDrawing() {}

  /** The drawing of a rule's link or formula; empty where it has none or it cannot be read. */
  public static Optional<Drawing> of(Rule rule) {
    if (rule.formula() != null) {
      return of(rule.formula());
    }
    if (rule.from() == null) {
      return Optional.empty();
    }
    try {
      Path path = Path.parse(rule.from());
      return path.isEmpty() ? Optional.empty() : Optional.of(Drawing.of(new Shape.Field(path)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The drawing of a formula; empty where it cannot be read. */
  public static Optional<Drawing> of(String formula) {
    try {
      return Optional.of(Drawing.of(FormulaParser.parse(formula)));
    } catch (FormulaException e) {
      return Optional.empty();
    }
  }
}
