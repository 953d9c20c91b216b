package fieldloom.model.difference;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Each;
import fieldloom.model.Join;
import fieldloom.model.Rule;
import fieldloom.model.difference.Change.Aspect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different between the rules of one field. */
final class RuleDifference {
  private final String target;
  private final String to;
  private final List<Change> found = new ArrayList<>();

  private RuleDifference(String target, String to) {
    this.target = target;
    this.to = to;
  }

  static List<Change> of(String target, String to, List<Rule> before, List<Rule> after) {
    RuleDifference difference = new RuleDifference(target, to);
    difference.compare(
        before.stream().map(RuleDifference::aspects).toList(),
        after.stream().map(RuleDifference::aspects).toList());
    return difference.found;
  }

  private void compare(List<Map<Aspect, String>> before, List<Map<Aspect, String>> after) {
    if (before.equals(after)) {
      return;
    }
    Integer[] partner = new Integer[before.size()];
    pair(before, after, partner, Map::equals);
    pair(before, after, partner, (a, b) -> same(a, b, Aspect.LOOP) && same(a, b, Aspect.ALIAS));
    pair(
        before, after, partner, (a, b) -> a.containsKey(Aspect.LIST) == b.containsKey(Aspect.LIST));
    pair(before, after, partner, (a, b) -> true);
    int last = -1;
    boolean moved = false;
    List<Map<Aspect, String>> added = new ArrayList<>(after);
    for (int i = 0; i < partner.length; i++) {
      Integer at = partner[i];
      if (at == null) {
        add(Aspect.RULE, summary(before.get(i)), null);
      } else {
        changed(before.get(i), after.get(at));
        added.remove(after.get(at));
        moved |= at < last;
        last = at;
      }
    }
    added.forEach(rule -> add(Aspect.RULE, null, summary(rule)));
    if (moved) {
      add(Aspect.PLACE, order(before), order(after));
    }
  }

  /** Gives rules that have no partner yet the first free one that fits. */
  private static void pair(
      List<Map<Aspect, String>> before,
      List<Map<Aspect, String>> after,
      Integer[] partner,
      BiPredicate<Map<Aspect, String>, Map<Aspect, String>> fits) {
    for (int i = 0; i < partner.length; i++) {
      for (int j = 0; j < after.size() && partner[i] == null; j++) {
        Integer free = j;
        if (java.util.Arrays.stream(partner).noneMatch(free::equals)
            && fits.test(before.get(i), after.get(j))) {
          partner[i] = free;
        }
      }
    }
  }

  private static boolean same(Map<Aspect, String> a, Map<Aspect, String> b, Aspect aspect) {
    return Objects.equals(a.get(aspect), b.get(aspect));
  }

  private void changed(Map<Aspect, String> before, Map<Aspect, String> after) {
    for (Aspect aspect : Aspect.values()) {
      if (!same(before, after, aspect)) {
        add(aspect, before.get(aspect), after.get(aspect));
      }
    }
  }

  private void add(Aspect aspect, @Nullable String before, @Nullable String after) {
    found.add(new Change.OfRule(target, to, aspect, before, after));
  }

  private static String order(List<Map<Aspect, String>> rules) {
    return rules.stream().map(RuleDifference::summary).collect(Collectors.joining("; "));
  }

  /** What a rule does, in a few words of the formula language. */
  private static String summary(Map<Aspect, String> rule) {
    String value = rule.get(Aspect.VALUE);
    String list = rule.get(Aspect.LIST);
    return list == null ? Objects.requireNonNullElse(value, "") : "each " + list;
  }

  /** All that a rule says, each aspect in one spelling. */
  private static Map<Aspect, String> aspects(Rule rule) {
    Map<Aspect, String> all = new EnumMap<>(Aspect.class);
    put(all, Aspect.VALUE, Spelling.formula(rule.expression()));
    put(all, Aspect.WHEN, Spelling.formula(rule.when()));
    put(all, Aspect.DEFAULT, Spelling.json(rule.defaultValue()));
    put(all, Aspect.LOOP, rule.in());
    Map<String, JsonNode> members = new HashMap<>(rule.extras().members());
    JsonNode note = members.remove("note");
    put(all, Aspect.NOTE, note == null || !note.isTextual() ? Spelling.json(note) : note.asText());
    String both = rule.from() != null && rule.formula() != null ? "from: " + rule.from() + " " : "";
    put(all, Aspect.OTHER, Spelling.orNull(both + Spelling.members(members)));
    if (rule.each() != null) {
      loop(all, rule.each());
    }
    return all;
  }

  private static void loop(Map<Aspect, String> all, Each each) {
    put(all, Aspect.LIST, Spelling.formula(each.over()));
    put(all, Aspect.ALIAS, each.as());
    put(all, Aspect.WHERE, Spelling.formula(each.where()));
    put(all, Aspect.SORTING, list(each.orderBy().stream().map(RuleDifference::sorting).toList()));
    put(all, Aspect.JOINS, list(each.join().stream().map(RuleDifference::join).toList()));
    List<String> distinct = each.distinct();
    if (distinct != null) {
      String keys = list(distinct.stream().map(RuleDifference::spelled).toList());
      put(all, Aspect.DISTINCT, keys == null ? "*" : keys);
    }
    put(all, Aspect.GROUPS, groups(each.groupBy(), each.group()));
  }

  /** What groups, and how. */
  static @Nullable String groups(Each.@Nullable GroupBy by, @Nullable String kind) {
    if (by == null) {
      return kind;
    }
    String keys = String.join(", ", by.keys().stream().map(RuleDifference::key).toList());
    String how = kind == null || kind.equals("key") ? "" : " (" + kind + ")";
    boolean plain = by.single() || by.keys().size() > 1;
    return (plain ? keys : "[" + keys + "]") + how;
  }

  private static String key(Each.GroupBy.Key key) {
    String as = key.as() == null ? "" : " as " + key.as();
    return spelled(key.by()) + as + extra(Spelling.extras(key.extras()));
  }

  private static String sorting(Each.OrderBy key) {
    String locale = key.locale() == null ? "" : " (" + key.locale() + ")";
    String desc = key.descending() ? " desc" : "";
    return spelled(key.by()) + desc + locale + extra(Spelling.extras(key.extras()));
  }

  private static String join(Join join) {
    String kind = join.kind() == null || join.kind().equals("inner") ? "" : join.kind() + " ";
    String match = join.match() == null || join.match().equals("all") ? "" : " " + join.match();
    String rejects = join.rejects() == null ? "" : " rejects " + join.rejects();
    return kind
        + spelled(join.with())
        + " as "
        + join.as()
        + " on "
        + spelled(join.on())
        + match
        + rejects
        + extra(Spelling.extras(join.extras()));
  }

  private static String extra(String extras) {
    return extras.isEmpty() ? "" : " {" + extras + "}";
  }

  private static String spelled(String formula) {
    return Objects.requireNonNullElse(Spelling.formula(formula), "");
  }

  private static @Nullable String list(List<String> parts) {
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static void put(Map<Aspect, String> all, Aspect aspect, @Nullable String text) {
    if (text != null) {
      all.put(aspect, text);
    }
  }
}
