package fieldloom.engine.internal;

import fieldloom.database.DatabaseException;
import fieldloom.database.Queries;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.IsoDates;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.table.PlantCalendar;
import fieldloom.function.table.RateRows;
import fieldloom.function.table.UnitRows;
import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Problem;
import fieldloom.model.Table;
import fieldloom.model.formula.Formula;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks what lookups name: the table and the column, and that intervals do not overlap. */
final class LookupChecks {
  private final CompileContext context;

  LookupChecks(CompileContext context) {
    this.context = context;
  }

  /**
   * @param types the types of the arguments
   */
  void check(Formula.Call call, List<ValueType> types, Site site) {
    switch (call.name()) {
      case "LOOKUP", "EXISTS_IN" -> {
        TableIndex table = named(call, 0, site);
        if (table != null) {
          table.checkKeys(context.problems);
          column(table, call, 1, site);
        }
      }
      case "LOOKUP_RANGE" -> {
        TableIndex table = named(call, 0, site);
        if (table != null) {
          context.unkeyedTables.add(table.name());
          table.checkRanges(context.problems);
          bounds(table, call, types.get(1).type(), site);
          column(table, call, 2, site);
        }
      }
      case "WORKDAYS", "WORKDAY_ADD" -> {
        boolean date =
            call.args().size() > 2
                && call.args().get(2) instanceof Formula.Text text
                && IsoDates.date(text.value()) != null;
        if (!date) {
          rows(call, 2, PlantCalendar::of, site);
        }
      }
      case "LOOKUP_DB" -> database(call, site);
      case "CONVERT_UNIT" -> rows(call, 3, UnitRows::of, site);
      case "CONVERT_CURRENCY" -> rows(call, 3, RateRows::of, site);
      default -> {
        // It looks nothing up in a table.
      }
    }
  }

  /** The table that an argument names; null where it is no text of the formula, or unknown. */
  private @Nullable TableIndex named(Formula.Call call, int argument, Site site) {
    if (call.args().size() <= argument
        || !(call.args().get(argument) instanceof Formula.Text name)) {
      return null;
    }
    TableIndex table = context.tables.get(name.value());
    if (table == null) {
      context.problems.error(
          "unknown-table",
          site.at(call.pos()),
          "There is no table “" + name.value() + "”.",
          Problems.nearest(name.value(), context.tables.keySet()));
    }
    return table;
  }

  /** A connection and a query that are wrong whatever the key. */
  private void database(Formula.Call call, Site site) {
    if (call.args().getFirst() instanceof Formula.Text connection) {
      connection(connection.value(), site.at(call.pos()));
    }
    if (call.args().get(1) instanceof Formula.Text query) {
      try {
        Queries.keyed(query.value());
      } catch (DatabaseException e) {
        context.problems.error(
            "bad-query",
            site.at(call.pos()),
            String.valueOf(e.getMessage()),
            "Write one SELECT with a ? where the key goes.");
      }
    }
  }

  private void connection(String name, Problem.Place place) {
    context.connections.add(name);
    List<String> tables =
        Stream.concat(context.mapping.sources().stream(), context.mapping.targets().stream())
            .filter(document -> document.format().equals("table"))
            .map(Document::name)
            .toList();
    boolean url = name.regionMatches(true, 0, "jdbc:", 0, 5);
    if (!url && !tables.contains(name)) {
      context.problems.error(
          "unknown-connection",
          place,
          "“" + name + "” is no source or target that is a table.",
          tables.isEmpty()
              ? "Write a URL such as jdbc:postgresql://host/name."
              : "Write one of " + String.join(", ", tables) + ", or a URL.");
    }
  }

  /**
   * A table that is read from a database, as far as it can be told without it.
   *
   * @param known whether its rows were read
   */
  void query(Table table, boolean known) {
    Table.Query query = table.query();
    if (query == null) {
      return;
    }
    Problem.Place place = Problem.Place.named("table " + table.name());
    connection(query.connection(), place);
    try {
      Queries.checked(query.text());
    } catch (DatabaseException e) {
      context.problems.error(
          "bad-query", place, String.valueOf(e.getMessage()), "Write one SELECT that only reads.");
      return;
    }
    if (!known) {
      context.problems.warning(
          "table-unread",
          place,
          "The rows of the table "
              + table.name()
              + " are read from "
              + query.connection()
              + " when the mapping runs, so "
              + (table.columns().isEmpty() ? "its columns and keys" : "its keys")
              + " are not checked here.",
          "Run the mapping to have them checked.");
    }
  }

  /** A table whose rows have a form of their own: a calendar, units, rates. */
  private void rows(
      Formula.Call call, int argument, Function<LookupTable, Object> read, Site site) {
    TableIndex table = named(call, argument, site);
    if (table == null) {
      return;
    }
    context.unkeyedTables.add(table.name());
    if (!table.isKnown()) {
      return;
    }
    try {
      read.apply(table);
    } catch (ValueException e) {
      String[] parts = String.valueOf(e.getMessage()).split(": ", 2);
      context.problems.error(
          e.code(),
          site.at(call.pos()),
          parts[0] + ".",
          parts.length < 2
              ? "Correct the table."
              : Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1));
    }
  }

  /** A key that can never be of the type of the table's bounds. */
  private void bounds(TableIndex table, Formula.Call call, FieldType key, Site site) {
    FieldType wanted = table.rangeType();
    boolean numbers = wanted.isNumber() && key.isNumber();
    if (!numbers && Types.fit(key, wanted) == Types.Fit.NEVER) {
      context.problems.error(
          "wrong-type",
          site.at(call.pos()),
          "The intervals of the table "
              + table.name()
              + " are of the type "
              + wanted.label()
              + "; this is "
              + Types.a(key)
              + ".",
          "Use another field or a function that converts it.");
    }
  }

  private void column(TableIndex table, Formula.Call call, int keys, Site site) {
    if (call.args().size() < 3) {
      return;
    }
    Formula column = call.args().get(2);
    if (table.hasNames() && column instanceof Formula.Text t && table.column(t.value()) < 0) {
      context.problems.error(
          "unknown-column",
          site.at(call.pos()),
          "The table " + table.name() + " has no column “" + t.value() + "”.",
          Problems.nearest(t.value(), table.columnNames()));
    }
    if (column instanceof Formula.Number n) {
      boolean fits = n.text().matches("\\d{1,6}");
      int number = fits ? Integer.parseInt(n.text()) : 0;
      if (table.columns() > 0 && (number < 1 || number > table.columns() - keys)) {
        context.problems.error(
            "unknown-column",
            site.at(call.pos()),
            "The table " + table.name() + " has no column " + n.text() + ".",
            "Columns count from 1 after the key, up to " + (table.columns() - keys) + ".");
      }
    }
  }
}
