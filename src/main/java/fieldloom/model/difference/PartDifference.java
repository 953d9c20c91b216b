package fieldloom.model.difference;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Acceptances;
import fieldloom.model.Mapping;
import fieldloom.model.Table;
import fieldloom.model.difference.Change.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different between the variables, tables, functions, parameters and tests of mappings. */
final class PartDifference {
  private static final Pattern PLAIN = Pattern.compile("(?!(true|false|null)$)\\p{L}[^,;\"]*");

  private final Mapping before;
  private final Mapping after;
  private final List<Change> found = new ArrayList<>();

  PartDifference(Mapping before, Mapping after) {
    this.before = before;
    this.after = after;
  }

  List<Change> find() {
    compare(Part.VARIABLE, variables(before), variables(after));
    compare(Part.TABLE, tables(before), tables(after));
    rows();
    compare(Part.FUNCTION, functions(before), functions(after));
    compare(Part.PARAMETER, parameters(before), parameters(after));
    compare(Part.TEST, tests(before), tests(after));
    compare(Part.ACCEPTANCE, acceptances(before), acceptances(after));
    return found;
  }

  private void compare(Part part, Map<String, String> old, Map<String, String> now) {
    for (String name : names(old, now)) {
      String a = old.get(name);
      String b = now.get(name);
      if (!Objects.equals(a, b)) {
        found.add(new Change.OfPart(part, name, a, b));
      }
    }
  }

  private static <V> Set<String> names(Map<String, V> old, Map<String, V> now) {
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    return names;
  }

  private static Map<String, String> variables(Mapping mapping) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Mapping.Variable v : mapping.variables()) {
      String name = v.in() == null ? v.name() : v.in() + "." + v.name();
      put(all, name, Spelling.formula(v.formula()) + more(Spelling.extras(v.extras())));
    }
    return all;
  }

  private static Map<String, String> tables(Mapping mapping) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Table table : mapping.tables()) {
      List<String> parts = new ArrayList<>();
      parts.add(Objects.requireNonNullElse(table.keyType(), "string"));
      parts.addAll(table.columns());
      parts.add(otherwise(table.otherwise()));
      if (table.from() != null) {
        parts.add(table.from().toString());
      }
      put(all, table.name(), String.join(", ", parts) + more(Spelling.extras(table.extras())));
    }
    return all;
  }

  private static String otherwise(Table.Otherwise otherwise) {
    return switch (otherwise) {
      case Table.Otherwise.Fail() -> "error";
      case Table.Otherwise.Input() -> "input";
      case Table.Otherwise.Value(JsonNode value) -> "= " + value;
    };
  }

  /** Rows of the tables that are in both. */
  private void rows() {
    Map<String, Table> old = byName(before);
    byName(after)
        .forEach(
            (name, table) -> {
              Table was = old.get(name);
              if (was != null) {
                rows(name, rows(was), rows(table));
              }
            });
  }

  private static Map<String, Table> byName(Mapping mapping) {
    Map<String, Table> tables = new LinkedHashMap<>();
    mapping.tables().forEach(t -> tables.put(t.name(), t));
    return tables;
  }

  private void rows(String table, Map<String, String> old, Map<String, String> now) {
    for (String key : names(old, now)) {
      String a = old.get(key);
      String b = now.get(key);
      if (!Objects.equals(a, b)) {
        found.add(new Change.OfRow(table, key, a, b));
      }
    }
  }

  private static Map<String, String> rows(Table table) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (List<JsonNode> row : table.rows()) {
      String key = row.isEmpty() ? "" : shown(row.getFirst());
      List<JsonNode> values = row.isEmpty() ? row : row.subList(1, row.size());
      put(rows, key, values.stream().map(PartDifference::shown).collect(Collectors.joining(", ")));
    }
    return rows;
  }

  /** A text without its quotes, where nobody could take it for something else. */
  private static String shown(JsonNode value) {
    return value.isTextual() && PLAIN.matcher(value.textValue()).matches()
        ? value.textValue()
        : value.toString();
  }

  private static Map<String, String> functions(Mapping mapping) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Mapping.OwnFunction f : mapping.functions()) {
      String head = f.name() + "(" + String.join(", ", f.params()) + ") = ";
      put(all, f.name(), head + Spelling.formula(f.formula()) + more(Spelling.extras(f.extras())));
    }
    return all;
  }

  private static Map<String, String> parameters(Mapping mapping) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Mapping.Param p : mapping.params()) {
      String type = Objects.requireNonNullElse(p.type(), "string");
      String value = p.defaultValue() == null ? "" : " = " + p.defaultValue();
      put(all, p.name(), type + value + more(Spelling.extras(p.extras())));
    }
    return all;
  }

  private static Map<String, String> tests(Mapping mapping) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Mapping.TestCase test : mapping.tests()) {
      List<String> parts = new ArrayList<>();
      parts.add(files(test.in()));
      parts.add("→");
      parts.add(Objects.requireNonNullElse(test.expect(), ""));
      parts.add(files(test.expects()));
      parts.add(files(test.set()));
      parts.add(files(test.tables()));
      test.lookups().forEach(l -> parts.add(lookup(l)));
      parts.add(test.ignore().isEmpty() ? "" : "ignores " + String.join(", ", test.ignore()));
      String words = parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(" "));
      put(all, test.name(), words + more(Spelling.extras(test.extras())));
    }
    return all;
  }

  private static Map<String, String> acceptances(Mapping mapping) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Acceptances.Acceptance a : Acceptances.of(mapping)) {
      String of = a.of().isEmpty() ? "" : " (" + a.of() + ")";
      put(all, a.code() + " " + a.at(), a.reason() + of);
    }
    return all;
  }

  private static String lookup(Mapping.Lookup l) {
    return l.connection()
        + " "
        + l.query()
        + " "
        + l.key()
        + " "
        + l.value()
        + l.extras().members();
  }

  private static String files(Map<String, String> files) {
    return new TreeMap<>(files)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
  }

  private static String more(@Nullable String extras) {
    return extras == null || extras.isEmpty() ? "" : " {" + extras + "}";
  }

  /** Of several by one name all count, in their order. */
  private static void put(Map<String, String> all, String name, String text) {
    all.merge(name, text, (a, b) -> a + "; " + b);
  }
}
