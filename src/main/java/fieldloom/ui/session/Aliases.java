package fieldloom.ui.session;

import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Chooses the name of a loop's item: {@code line} for {@code order.lines[]}. */
final class Aliases {
  private static final Set<String> RESERVED =
      Set.of("and", "or", "not", "true", "false", "null", "param");

  private Aliases() {}

  /** A name for an item of the list that nothing in the mapping has. */
  static String choose(Mapping mapping, FieldRef list) {
    Set<String> taken = taken(mapping);
    String base = singular(list.name());
    String candidate = base;
    for (int i = 2; taken.contains(candidate) || RESERVED.contains(candidate); i++) {
      candidate = base + i;
    }
    return candidate;
  }

  /** Names that a new alias must not take, for it would hide them. */
  private static Set<String> taken(Mapping mapping) {
    Set<String> taken = new HashSet<>();
    mapping.sources().forEach(d -> taken.add(d.name()));
    mapping.targets().forEach(d -> taken.add(d.name()));
    mapping.variables().forEach(v -> taken.add(v.name()));
    for (Rule rule : mapping.rules()) {
      if (rule.each() != null) {
        if (rule.each().as() != null) {
          taken.add(rule.each().as());
        }
        for (Join join : rule.each().join()) {
          taken.add(join.as());
        }
      }
    }
    return taken;
  }

  /** One of them: lines → line, entries → entry, Boxes → box; else the name, if it can stand so. */
  static String singular(String name) {
    String plain = name.startsWith("@") ? name.substring(1) : name;
    if (!Path.isPlain(plain) || plain.startsWith("#")) {
      return "item";
    }
    String lower = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    if (lower.length() > 4 && lower.endsWith("ies")) {
      return lower.substring(0, lower.length() - 3) + "y";
    }
    if (lower.matches(".{2,}(x|ch|sh|ss|z)es")) {
      return lower.substring(0, lower.length() - 2);
    }
    if (lower.length() > 2 && lower.endsWith("s") && !lower.endsWith("ss")) {
      return lower.substring(0, lower.length() - 1);
    }
    return lower.equals("data") || lower.endsWith("List") && lower.length() == 4 ? "item" : lower;
  }
}
