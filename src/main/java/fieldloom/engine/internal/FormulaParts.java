package fieldloom.engine.internal;

import fieldloom.model.formula.Formula;
import java.util.List;
import java.util.function.Consumer;

/** The parts of formulas. */
final class FormulaParts {
  private FormulaParts() {}

  /** What a formula is directly made of, in the order it is written. */
  static List<Formula> of(Formula formula) {
    return switch (formula) {
      case Formula.Member m -> List.of(m.of());
      case Formula.Call c -> c.args();
      case Formula.Unary u -> List.of(u.operand());
      case Formula.Binary b -> List.of(b.left(), b.right());
      case Formula.Lambda l -> List.of(l.body());
      case Formula.ListOf l -> l.items();
      case Formula.ObjectOf o -> o.entries().stream().map(Formula.Entry::value).toList();
      case Formula.Ref _, Formula.Text _, Formula.Number _, Formula.Bool _, Formula.NullValue _ ->
          List.of();
    };
  }

  /** Shows the formula and all that is in it. */
  static void walk(Formula formula, Consumer<Formula> each) {
    each.accept(formula);
    of(formula).forEach(part -> walk(part, each));
  }
}
