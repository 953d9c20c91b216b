package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Table;
import fieldloom.ui.session.Calls.Call;
import fieldloom.ui.session.Calls.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edits of lookup tables. */
public sealed interface TableEdit extends Edit {

  /** A table more; nothing happens where its name is taken. */
  record Add(Table table) implements TableEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      if (indexOf(mapping, table.name()) >= 0) {
        return mapping;
      }
      List<Table> tables = new ArrayList<>(mapping.tables());
      tables.add(table);
      return mapping.withTables(tables);
    }

    @Override
    public String label() {
      return Words.get("edit.table.add", table.name());
    }
  }

  /** Another content for the table of that name. */
  record Change(Table table, String label) implements TableEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = indexOf(mapping, table.name());
      if (at < 0 || mapping.tables().get(at).equals(table)) {
        return mapping;
      }
      List<Table> tables = new ArrayList<>(mapping.tables());
      tables.set(at, table);
      return mapping.withTables(tables);
    }
  }

  /** Another name, in all formulas and tests that name it too; none where the new one is taken. */
  record Rename(String from, String to) implements TableEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = indexOf(mapping, from);
      if (at < 0 || to.isBlank() || indexOf(mapping, to) >= 0) {
        return mapping;
      }
      List<Table> tables = new ArrayList<>(mapping.tables());
      tables.set(at, named(tables.get(at), to));
      Mapping renamed =
          AllTexts.rewrite(
              mapping.withTables(tables),
              text -> Calls.replaced(text, call -> use(text, call, from), Calls.literal(to)));
      return Looks.follow(
          mapping, renamed.withTests(renamed.tests().stream().map(this::renamed).toList()));
    }

    private Mapping.TestCase renamed(Mapping.TestCase test) {
      if (!test.tables().containsKey(from)) {
        return test;
      }
      Map<String, String> tables = new LinkedHashMap<>();
      test.tables().forEach((name, file) -> tables.put(name.equals(from) ? to : name, file));
      return test.withTables(tables);
    }

    @Override
    public String label() {
      return Words.get("edit.rename", from, to);
    }
  }

  /** A table goes; what names it stays as it is. */
  record Delete(String name) implements TableEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = indexOf(mapping, name);
      if (at < 0) {
        return mapping;
      }
      List<Table> tables = new ArrayList<>(mapping.tables());
      tables.remove(at);
      return mapping.withTables(tables);
    }

    @Override
    public String label() {
      return Words.get("edit.table.delete", name);
    }
  }

  /** The places that look something up in a table. */
  static List<Use> uses(Mapping mapping, String table) {
    return AllTexts.uses(
        mapping, text -> Calls.of(text).stream().anyMatch(c -> use(text, c, table) != null));
  }

  /** Whether a table is looked up by intervals: by two columns, from and to. */
  static boolean isRanges(Mapping mapping, String table) {
    return !AllTexts.uses(
            mapping,
            text ->
                Calls.of(text).stream()
                    .anyMatch(c -> c.name().equals("LOOKUP_RANGE") && use(text, c, table) != null))
        .isEmpty();
  }

  /** The name of the table that a formula looks up first; null where it looks up none. */
  static @Nullable String firstTable(String formula) {
    for (Call call : Calls.of(formula)) {
      Span span = Calls.tableOf(call);
      if (span != null) {
        String name = Calls.textOf(formula, span);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private static @Nullable Span use(String text, Call call, String table) {
    Span span = Calls.tableOf(call);
    return span != null && Calls.isText(text, span, table) ? span : null;
  }

  private static int indexOf(Mapping mapping, String name) {
    for (int i = 0; i < mapping.tables().size(); i++) {
      if (mapping.tables().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Table named(Table table, String name) {
    return new Table(
        name,
        table.columns(),
        table.keyType(),
        table.rows(),
        table.from(),
        table.otherwise(),
        table.extras());
  }
}
