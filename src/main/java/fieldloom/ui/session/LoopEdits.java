package fieldloom.ui.session;

import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits of loops. */
final class LoopEdits {
  private LoopEdits() {}

  /** Makes the loops that a link needs and the mapping lacks, the outermost first. */
  static Mapping ensure(Mapping mapping, FieldRef from, FieldRef to) {
    boolean copy = from.isArray() && to.isArray();
    List<FieldRef> targets = withoutLast(to, to.isArray());
    List<FieldRef> sources = withoutLast(from, copy);
    Mapping result = mapping;
    for (int i = 0; i < targets.size(); i++) {
      Loops loops = Loops.of(result);
      FieldRef array = targets.get(i);
      if (!loops.on(array).isEmpty()) {
        continue;
      }
      List<FieldRef> free = free(loops, sources, array);
      if (free.isEmpty()) {
        continue;
      }
      // The last target array takes all that is left: lists in lists become one list.
      boolean last = i == targets.size() - 1;
      result = add(result, last ? free.getLast() : free.getFirst(), array);
    }
    return result;
  }

  /** The source arrays that no loop around the target array goes over yet. */
  private static List<FieldRef> free(Loops loops, List<FieldRef> sources, FieldRef array) {
    List<FieldRef> free = new ArrayList<>(sources);
    for (Loops.Loop loop : loops.around(array)) {
      FieldRef over = loops.source(loop);
      free.removeIf(s -> over != null && over.isIn(s));
    }
    return free;
  }

  private static List<FieldRef> withoutLast(FieldRef ref, boolean dropLast) {
    List<FieldRef> arrays = ref.arrays();
    return dropLast ? arrays.subList(0, arrays.size() - 1) : arrays;
  }

  /** A loop, and the loops around it that it needs. */
  static Mapping make(Mapping mapping, FieldRef from, FieldRef to) {
    Mapping outer = ensure(mapping, from, to);
    Loops loops = Loops.of(outer);
    boolean there = loops.on(to).stream().anyMatch(l -> from.equals(loops.source(l)));
    return there ? outer : add(outer, from, to);
  }

  private static Mapping add(Mapping mapping, FieldRef list, FieldRef array) {
    String over = Loops.of(mapping).writtenOutside(list, array).toString();
    return add(mapping, array, new Each(over, Aliases.choose(mapping, list)));
  }

  /** A loop on a target array, behind those that are there and before the rules of its items. */
  static Mapping add(Mapping mapping, FieldRef array, Each each) {
    Loops loops = Loops.of(mapping);
    Rule rule = RuleEdits.blank(mapping, array).withEach(each);
    List<Rule> rules = new ArrayList<>(mapping.rules());
    List<Loops.Loop> before = loops.on(array);
    int at = before.isEmpty() ? firstIn(mapping, loops, array) : lastOf(rules, before) + 1;
    rules.add(at, rule);
    return mapping.withRules(rules);
  }

  private static int lastOf(List<Rule> rules, List<Loops.Loop> loops) {
    return loops.stream().mapToInt(l -> rules.indexOf(l.rule())).max().orElse(rules.size() - 1);
  }

  /** A loop stands before the rules of its items; without any, behind its nearest kin. */
  private static int firstIn(Mapping mapping, Loops loops, FieldRef array) {
    for (int i = 0; i < mapping.rules().size(); i++) {
      if (loops.target(mapping.rules().get(i)).isIn(array)) {
        return i;
      }
    }
    for (FieldRef kin = array.parent(); !kin.isRoot(); kin = kin.parent()) {
      for (int i = mapping.rules().size() - 1; i >= 0; i--) {
        if (loops.target(mapping.rules().get(i)).isIn(kin)) {
          return i + 1;
        }
      }
    }
    return mapping.rules().size();
  }

  static Mapping set(Mapping mapping, Rule loop, Each each) {
    int at = mapping.rules().indexOf(loop);
    if (at < 0 || loop.each() == null || each.equals(loop.each())) {
      return mapping;
    }
    String oldAlias = loop.each().as();
    String alias = each.as();
    boolean renamed = oldAlias != null && alias != null && !oldAlias.equals(alias);
    Loops loops = Loops.of(mapping);
    FieldRef array = loops.target(loop);
    Grouping grouping = Grouping.of(loop.each(), each);
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      Rule changed = rule;
      if (rule.equals(loop)) {
        changed = rule.withEach(each);
        changed = renamed ? rewrite(changed, renaming(oldAlias, alias)) : changed;
      } else if (loops.target(rule).isIn(array)) {
        changed = renamed ? rewrite(rule, renaming(oldAlias, alias)) : rule;
        changed = renamed && oldAlias.equals(rule.in()) ? changed.withIn(alias) : changed;
        boolean list = rule.each() != null || loops.target(rule).isArray();
        changed = grouping == null ? changed : grouping.rule(changed, list);
      }
      rules.add(changed);
    }
    return mapping.withRules(rules);
  }

  private static UnaryOperator<Path> renaming(String from, String to) {
    return path ->
        path.steps().getFirst().name().equals(from)
            ? prefixed(new Path.Step(to, path.steps().getFirst().arrays()), path.tail(1))
            : path;
  }

  private static Path prefixed(Path.Step first, Path rest) {
    List<Path.Step> steps = new ArrayList<>();
    steps.add(first);
    steps.addAll(rest.steps());
    return new Path(steps);
  }

  static Mapping delete(Mapping mapping, Rule loop, boolean keepRules) {
    Loops loops = Loops.of(mapping);
    Loops.Loop gone =
        loops.all().stream().filter(l -> l.rule().equals(loop)).findFirst().orElse(null);
    if (gone == null) {
      return mapping;
    }
    boolean last = loops.on(gone.target()).size() == 1;
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      if (rule.equals(loop)) {
        continue;
      }
      if (!loops.target(rule).isIn(gone.target())) {
        rules.add(rule);
      } else if (keepRules) {
        rules.add(detached(loops, rule, gone));
      } else if (!last && !livesBy(loops, rule, gone)) {
        rules.add(rule);
      }
    }
    return mapping.withRules(rules);
  }

  /** Whether a rule reads through the loop's alias, or through that of a loop inside it. */
  private static boolean livesBy(Loops loops, Rule rule, Loops.Loop gone) {
    if (loops.uses(rule, gone)) {
      return true;
    }
    return loops.around(loops.target(rule)).stream()
        .filter(l -> !l.target().equals(gone.target()) && l.target().isIn(gone.target()))
        .filter(l -> !l.rule().equals(rule))
        .anyMatch(l -> loops.uses(rule, l) && livesBy(loops, l.rule(), gone));
  }

  /** The rule reading from the document down what it read through the alias. */
  private static Rule detached(Loops loops, Rule rule, Loops.Loop gone) {
    String alias = gone.alias();
    Rule free =
        rewrite(
            rule,
            path -> {
              if (!path.steps().getFirst().name().equals(alias)) {
                return path;
              }
              FieldRef ref = loops.resolve(path, rule);
              return ref == null ? path : ref.whole();
            });
    return alias != null && alias.equals(rule.in()) ? free.withIn(null) : free;
  }

  /** Every path of a rule changed. */
  static Rule rewrite(Rule rule, UnaryOperator<Path> change) {
    return AllTexts.rewrite(rule, text -> FormulaText.of(text).rewrite(change));
  }
}
