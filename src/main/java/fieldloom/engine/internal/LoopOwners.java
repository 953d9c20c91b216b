package fieldloom.engine.internal;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which loop a child rule belongs to: the one it names with {@code in}, else the one whose
 * alias it uses, else all.
 */
final class LoopOwners {
  private final Problems problems;

  /** Names used by the loop of an alias: what an inner loop's alias stands on. */
  private final Map<String, Set<String>> standsOn = new HashMap<>();

  LoopOwners(Mapping mapping, List<ParsedRule> rules, Problems problems) {
    this.problems = problems;
    for (ParsedRule rule : rules) {
      if (rule.each() != null) {
        Set<String> below = new HashSet<>(rule.uses());
        if (rule.rule().in() != null) {
          below.add(rule.rule().in());
        }
        for (String alias : rule.each().aliases()) {
          standsOn.computeIfAbsent(alias, a -> new HashSet<>()).addAll(below);
        }
      }
    }
    for (Mapping.Variable v : mapping.variables()) {
      if (v.in() != null) {
        standsOn.computeIfAbsent(v.name(), n -> new HashSet<>()).add(v.in());
      }
    }
  }

  /** Gives each loop of an array its child rules. */
  Map<ParsedRule, List<ParsedRule>> divide(List<ParsedRule> loops, List<ParsedRule> children) {
    Map<ParsedRule, List<ParsedRule>> owned = new IdentityHashMap<>();
    checkNames(loops);
    Set<String> inner = new HashSet<>();
    for (ParsedRule child : children) {
      if (child.each() != null) {
        inner.addAll(child.each().aliases());
      }
    }
    for (ParsedRule child : children) {
      List<ParsedRule> own = owners(loops, child, inner);
      if (own.isEmpty()) {
        problems.error(
            "unknown-alias",
            Problem.Place.of(child.index(), child.rule().to()),
            "No loop of this array has the alias “" + child.rule().in() + "”.",
            Problems.nearest(String.valueOf(child.rule().in()), aliases(loops)));
      }
      own.forEach(loop -> owned.computeIfAbsent(loop, l -> new ArrayList<>()).add(child));
    }
    return owned;
  }

  /** By its alias a child rule tells which of several loops it belongs to. */
  private void checkNames(List<ParsedRule> loops) {
    Set<String> seen = new HashSet<>();
    for (ParsedRule loop : loops) {
      if (loop.rule().each() != null && !seen.add(loop.rule().each().as())) {
        problems.error(
            "two-names",
            Problem.Place.of(loop.index(), loop.rule().to()),
            "Two loops of this array have the alias “" + loop.rule().each().as() + "”.",
            "Give each an alias of its own.");
      }
    }
  }

  private List<ParsedRule> owners(
      List<ParsedRule> loops, ParsedRule child, Set<String> innerAliases) {
    String in = child.rule().in();
    if (in != null) {
      List<ParsedRule> named = loops.stream().filter(l -> aliases(l).contains(in)).toList();
      if (!named.isEmpty()) {
        return named;
      }
      if (!innerAliases.contains(in)) {
        // The alias of a loop around this one says nothing about which of these it is.
        boolean outer = standsOn.containsKey(in);
        return outer ? byUse(loops, reach(child.uses())) : List.of();
      }
      return byUse(loops, reach(Set.of(in)));
    }
    return byUse(loops, reach(child.uses()));
  }

  private static List<ParsedRule> byUse(List<ParsedRule> loops, Set<String> used) {
    List<ParsedRule> users =
        loops.stream().filter(l -> aliases(l).stream().anyMatch(used::contains)).toList();
    return users.isEmpty() ? loops : users;
  }

  /** All names that stand behind some names, through the loops of inner aliases. */
  private Set<String> reach(Set<String> names) {
    Set<String> reached = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(names);
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (reached.add(name)) {
        open.addAll(standsOn.getOrDefault(name, Set.of()));
      }
    }
    return reached;
  }

  private static Set<String> aliases(ParsedRule loop) {
    return loop.each() == null ? Set.of() : loop.each().aliases();
  }

  private static List<String> aliases(List<ParsedRule> loops) {
    return loops.stream().flatMap(l -> aliases(l).stream()).toList();
  }
}
