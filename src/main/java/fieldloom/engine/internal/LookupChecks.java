package fieldloom.engine.internal;

import fieldloom.model.formula.Formula;

/** Checks what lookups name: the table and the column, and that intervals do not overlap. */
final class LookupChecks {
  private final CompileContext context;

  LookupChecks(CompileContext context) {
    this.context = context;
  }

  void check(Formula.Call call, Site site) {
    boolean range = call.name().equals("LOOKUP_RANGE");
    if (!range && !call.name().equals("LOOKUP") && !call.name().equals("EXISTS_IN")
        || call.args().isEmpty()
        || !(call.args().getFirst() instanceof Formula.Text name)) {
      return;
    }
    TableIndex table = context.tables.get(name.value());
    if (table == null) {
      context.problems.error(
          "unknown-table",
          site.at(call.pos()),
          "There is no table “" + name.value() + "”.",
          Problems.nearest(name.value(), context.tables.keySet()));
      return;
    }
    if (range) {
      context.rangeTables.add(table.name());
      table.checkRanges(context.problems);
    } else {
      table.checkKeys(context.problems);
    }
    if (call.args().size() > 2) {
      column(table, call, range ? 2 : 1, site);
    }
  }

  private void column(TableIndex table, Formula.Call call, int keys, Site site) {
    Formula column = call.args().get(2);
    if (column instanceof Formula.Text t && table.column(t.value()) < 0) {
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
