package fieldloom.engine.internal;

import fieldloom.model.formula.Formula;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the names that a formula's paths begin with, but for its lambdas' own. */
final class FreeNames {
  private FreeNames() {}

  static Set<String> of(Formula formula) {
    Set<String> names = new LinkedHashSet<>();
    collect(formula, Set.of(), names);
    return names;
  }

  private static void collect(Formula formula, Set<String> bound, Set<String> into) {
    switch (formula) {
      case Formula.Ref r -> {
        String name = r.path().steps().getFirst().name();
        if (!bound.contains(name)) {
          into.add(name);
        }
      }
      case Formula.Member m -> collect(m.of(), bound, into);
      case Formula.Call c -> c.args().forEach(a -> collect(a, bound, into));
      case Formula.Unary u -> collect(u.operand(), bound, into);
      case Formula.Binary b -> {
        collect(b.left(), bound, into);
        collect(b.right(), bound, into);
      }
      case Formula.Lambda l -> {
        Set<String> inner = new HashSet<>(bound);
        inner.addAll(l.params());
        collect(l.body(), inner, into);
      }
      case Formula.ListOf l -> l.items().forEach(i -> collect(i, bound, into));
      case Formula.ObjectOf o -> o.entries().forEach(e -> collect(e.value(), bound, into));
      case Formula.Text ignored -> {}
      case Formula.Number ignored -> {}
      case Formula.Bool ignored -> {}
      case Formula.NullValue ignored -> {}
    }
  }
}
