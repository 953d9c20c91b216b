package fieldloom.ui.loops;

import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Join;
import fieldloom.model.Path;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.loops.Spot.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loop as it is being typed, its texts possibly empty or wrong. */
final class LoopForms {
  private LoopForms() {}

  /** The loop that is meant: what is empty is left out, so that no key is one. */
  static Each finished(Each typed) {
    List<String> distinct = typed.distinct();
    GroupBy groups = groups(typed.groupBy());
    return new Each(
        typed.over().strip(),
        text(typed.as()),
        typed.join().stream().filter(j -> !isEmpty(j)).map(LoopForms::finished).toList(),
        text(typed.where()),
        distinct == null
            ? null
            : distinct.stream().filter(d -> !d.isBlank()).map(String::strip).toList(),
        groups,
        groups == null ? null : typed.group(),
        typed.orderBy().stream()
            .filter(o -> !o.by().isBlank())
            .map(o -> new Each.OrderBy(o.by().strip(), o.descending(), o.locale(), o.extras()))
            .toList());
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static @Nullable GroupBy groups(@Nullable GroupBy typed) {
    if (typed == null) {
      return null;
    }
    List<GroupBy.Key> keys =
        typed.keys().stream()
            .filter(k -> !k.by().isBlank())
            .map(k -> new GroupBy.Key(k.by().strip(), text(k.as()), k.extras()))
            .toList();
    boolean one = keys.size() == 1 && keys.getFirst().as() == null;
    return keys.isEmpty() ? null : new GroupBy(keys, one && typed.single());
  }

  static boolean isEmpty(Join join) {
    return join.with().isBlank() && JoinKeys.isEmpty(join.on());
  }

  private static Join finished(Join join) {
    return new Join(
        join.with().strip(),
        join.as().strip(),
        JoinKeys.finished(join.on()),
        join.kind(),
        join.match(),
        join.rejects(),
        join.extras());
  }

  /**
   * What is wrong, the first thing first.
   *
   * @param ofSource whether it is the driving source, which has no list and no alias of its own
   */
  static Map<Spot, String> faults(Each typed, boolean ofSource) {
    Map<Spot, String> faults = new LinkedHashMap<>();
    if (!ofSource) {
      formula(faults, new Spot(Part.OVER), typed.over(), true);
      name(faults, new Spot(Part.AS), typed.as());
    }
    for (int i = 0; i < typed.join().size(); i++) {
      Join join = typed.join().get(i);
      if (!isEmpty(join)) {
        formula(faults, new Spot(Part.JOIN_WITH, i), join.with(), true);
        name(faults, new Spot(Part.JOIN_AS, i), join.as());
        if (join.as().isBlank()) {
          faults.put(new Spot(Part.JOIN_AS, i), Words.get("name.missing"));
        }
        formula(faults, new Spot(Part.JOIN_ON, i), JoinKeys.finished(join.on()), true);
      }
    }
    formula(faults, new Spot(Part.WHERE), typed.where(), false);
    List<String> distinct = typed.distinct() == null ? List.of() : typed.distinct();
    for (int i = 0; i < distinct.size(); i++) {
      formula(faults, new Spot(Part.DISTINCT, i), distinct.get(i), false);
    }
    List<GroupBy.Key> keys = typed.groupBy() == null ? List.of() : typed.groupBy().keys();
    for (int i = 0; i < keys.size(); i++) {
      formula(faults, new Spot(Part.GROUP, i), keys.get(i).by(), false);
      name(faults, new Spot(Part.GROUP_NAME, i), keys.get(i).as());
    }
    for (int i = 0; i < typed.orderBy().size(); i++) {
      formula(faults, new Spot(Part.ORDER, i), typed.orderBy().get(i).by(), false);
    }
    return faults;
  }

  private static void name(Map<Spot, String> faults, Spot spot, @Nullable String name) {
    if (name != null
        && !name.isBlank()
        && (!Path.isPlain(name.strip()) || name.strip().startsWith("@"))) {
      faults.put(spot, Words.get("name.plain"));
    }
  }

  private static void formula(
      Map<Spot, String> faults, Spot spot, @Nullable String formula, boolean needed) {
    if (!needed && (formula == null || formula.isBlank())) {
      return;
    }
    try {
      FormulaParser.parse(formula == null ? "" : formula);
    } catch (FormulaException e) {
      faults.put(spot, e.pos() + "  " + e.getMessage());
    }
  }
}
