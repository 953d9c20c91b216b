package fieldloom.ui.session;

import fieldloom.model.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A part of a formula.
 *
 * @param parent what it is an operand or argument of; null for the whole
 * @param at which of them, from 0
 */
record FormulaPart(Formula formula, @Nullable Formula parent, int at) {

  /** All parts, what holds others before these. */
  static List<FormulaPart> all(Formula whole) {
    List<FormulaPart> found = new ArrayList<>();
    add(new FormulaPart(whole, null, 0), found);
    return found;
  }

  private static void add(FormulaPart part, List<FormulaPart> found) {
    found.add(part);
    List<Formula> inner = parts(part.formula());
    for (int i = 0; i < inner.size(); i++) {
      add(new FormulaPart(inner.get(i), part.formula(), i), found);
    }
  }

  private static List<Formula> parts(Formula formula) {
    List<Formula> found = new ArrayList<>();
    each(
        formula,
        part -> {
          found.add(part);
          return part;
        });
    return found;
  }

  /**
   * The formula with another one in the place of a part.
   *
   * @param part that very part, not one like it
   */
  static Formula with(Formula whole, Formula part, Formula by) {
    return whole == part ? by : each(whole, inner -> with(inner, part, by));
  }

  /** The formula with what becomes of each of its direct parts. */
  private static Formula each(Formula formula, UnaryOperator<Formula> change) {
    return switch (formula) {
      case Formula.Text t -> t;
      case Formula.Number n -> n;
      case Formula.Bool b -> b;
      case Formula.NullValue n -> n;
      case Formula.Ref r -> r;
      case Formula.Member m ->
          new Formula.Member(change.apply(m.of()), m.arrays(), m.path(), m.pos());
      case Formula.Call c -> new Formula.Call(c.name(), all(c.args(), change), c.pos());
      case Formula.Unary u -> new Formula.Unary(u.op(), change.apply(u.operand()), u.pos());
      case Formula.Binary b ->
          new Formula.Binary(b.op(), change.apply(b.left()), change.apply(b.right()), b.pos());
      case Formula.Lambda l -> new Formula.Lambda(l.params(), change.apply(l.body()), l.pos());
      case Formula.ListOf l -> new Formula.ListOf(all(l.items(), change), l.pos());
      case Formula.ObjectOf o ->
          new Formula.ObjectOf(
              o.entries().stream()
                  .map(e -> new Formula.Entry(e.name(), change.apply(e.value())))
                  .toList(),
              o.pos());
    };
  }

  private static List<Formula> all(List<Formula> parts, UnaryOperator<Formula> change) {
    return parts.stream().map(change).toList();
  }
}
