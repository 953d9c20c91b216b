package fieldloom.ui.schemas;

import fieldloom.database.TableEntry;

/** A table or view: its name over how many columns it has and what its author wrote. */
final class TableCell extends TwoLineCell<TableEntry> {
  TableCell() {
    super("fl-small");
  }

  @Override
  String title(TableEntry entry) {
    return entry.own() ? entry.table() : entry.schema() + "." + entry.table();
  }

  @Override
  String about(TableEntry entry) {
    String counted = Words.get(entry.view() ? "db.view" : "db.table", entry.columns());
    String remarks = entry.remarks();
    return remarks == null ? counted : counted + " · " + remarks;
  }
}
