package fieldloom.model.difference;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.model.difference.Change.Setting;
import fieldloom.model.difference.Change.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares two mappings. There is no change where both mean the same and look the same: formulas
 * that differ in spaces or in the case of functions are the same, and so is the order of rules of
 * different fields, of variables, tables, functions, parameters and tests.
 */
public final class Differences {
  private final Version before;
  private final Version after;
  private final List<Change> found = new ArrayList<>();

  /**
   * A mapping.
   *
   * @param schemas of its sources and targets by name, as far as they are known
   */
  public record Version(Mapping mapping, Map<String, SchemaTree> schemas) {
    public Version {
      schemas = Map.copyOf(schemas);
    }
  }

  private Differences(Version before, Version after) {
    this.before = before;
    this.after = after;
  }

  /** What changed from one mapping to another, schemas by name only. */
  public static List<Change> between(Mapping before, Mapping after) {
    return between(new Version(before, Map.of()), new Version(after, Map.of()));
  }

  /**
   * What changed from one mapping to another: the mapping, its documents and their fields, rules in
   * the order of the newer one, then what else there is. Fields of schemas are compared where both
   * are known.
   */
  public static List<Change> between(Version before, Version after) {
    Differences differences = new Differences(before, after);
    differences.settings();
    differences.documents(true, Mapping::sources);
    differences.documents(false, Mapping::targets);
    differences.rules();
    differences.found.addAll(new PartDifference(before.mapping(), after.mapping()).find());
    differences.found.addAll(LayoutDifference.of(before.mapping(), after.mapping()));
    return List.copyOf(differences.found);
  }

  private void settings() {
    Mapping a = before.mapping();
    Mapping b = after.mapping();
    setting(Setting.NAME, a.name(), b.name());
    setting(Setting.ZONE, orElse(a.zone(), "UTC"), orElse(b.zone(), "UTC"));
    setting(Setting.LOCALE, orElse(a.locale(), "en"), orElse(b.locale(), "en"));
    setting(Setting.OTHER, LayoutDifference.others(a), LayoutDifference.others(b));
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private void setting(Setting setting, @Nullable String a, @Nullable String b) {
    if (!Objects.equals(a, b)) {
      found.add(new Change.OfMapping(setting, a, b));
    }
  }

  private void documents(boolean source, Function<Mapping, List<Document>> side) {
    Map<String, Document> old = byName(side.apply(before.mapping()));
    Map<String, Document> now = byName(side.apply(after.mapping()));
    for (String name : union(old.keySet(), now.keySet())) {
      Document a = old.get(name);
      Document b = now.get(name);
      if (a == null || b == null) {
        add(
            source,
            name,
            Trait.DOCUMENT,
            a == null ? null : a.format(),
            b == null ? null : b.format());
      } else {
        document(source, a, b);
      }
    }
    List<String> oldOrder = common(old, now);
    List<String> newOrder = common(now, old);
    if (!oldOrder.equals(newOrder)) {
      String first = newOrder.getFirst();
      add(source, first, Trait.PLACE, String.join(", ", oldOrder), String.join(", ", newOrder));
    }
  }

  private static List<String> common(Map<String, Document> names, Map<String, Document> others) {
    return names.keySet().stream().filter(others::containsKey).toList();
  }

  private void document(boolean source, Document a, Document b) {
    String name = b.name();
    add(source, name, Trait.FORMAT, a.format(), b.format());
    add(source, name, Trait.SCHEMA, schema(a.schema()), schema(b.schema()));
    SchemaTree old = before.schemas().get(name);
    SchemaTree now = after.schemas().get(name);
    if (old != null && now != null && old != now) {
      found.addAll(SchemaDifference.of(source, name, old, now));
    }
    add(source, name, Trait.OPTIONS, Spelling.json(a.options()), Spelling.json(b.options()));
    add(source, name, Trait.INTAKE, intake(a.intake()), intake(b.intake()));
    String oldOther = Spelling.orNull(Spelling.extras(a.extras()));
    add(source, name, Trait.OTHER, oldOther, Spelling.orNull(Spelling.extras(b.extras())));
  }

  private static @Nullable String schema(SchemaRef ref) {
    return switch (ref) {
      case SchemaRef.File(String file) -> file;
      case SchemaRef.Catalog(String id) -> "catalog:" + id;
      case SchemaRef.Inline(var json) -> json.toString();
      case SchemaRef.None() -> null;
    };
  }

  private static @Nullable String intake(Document.@Nullable Intake intake) {
    if (intake == null) {
      return null;
    }
    String groups = RuleDifference.groups(intake.groupBy(), intake.group());
    String where = intake.where() == null ? "" : "where " + Spelling.formula(intake.where());
    return Spelling.orNull((where + (groups == null ? "" : " group by " + groups)).strip());
  }

  private void add(
      boolean source, String name, Trait trait, @Nullable String a, @Nullable String b) {
    if (!Objects.equals(a, b)) {
      found.add(new Change.OfDocument(source, name, trait, a, b));
    }
  }

  private static Map<String, Document> byName(List<Document> documents) {
    Map<String, Document> all = new LinkedHashMap<>();
    documents.forEach(d -> all.put(d.name(), d));
    return all;
  }

  /** A field that rules fill. */
  private record Filled(String target, String to) {}

  private void rules() {
    Map<Filled, List<Rule>> old = byField(before.mapping());
    Map<Filled, List<Rule>> now = byField(after.mapping());
    for (Filled field : union(now.keySet(), old.keySet())) {
      found.addAll(
          RuleDifference.of(
              field.target(),
              field.to(),
              old.getOrDefault(field, List.of()),
              now.getOrDefault(field, List.of())));
    }
  }

  private static Map<Filled, List<Rule>> byField(Mapping mapping) {
    Map<Filled, List<Rule>> fields = new LinkedHashMap<>();
    for (Rule rule : mapping.rules()) {
      String target = rule.target() == null ? mapping.mainTarget().name() : rule.target();
      fields.computeIfAbsent(new Filled(target, rule.to()), k -> new ArrayList<>()).add(rule);
    }
    return fields;
  }

  private static <T> Set<T> union(Set<T> first, Set<T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all;
  }
}
