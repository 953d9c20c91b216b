package fieldloom.function.table;

import fieldloom.function.CallContext.LookupTable;

/** What the names of a table's columns say of its form. */
public final class TableForms {
  private TableForms() {}

  /** Whether its columns are named as those of units or rates, where no one column is a key. */
  public static boolean isWithoutKey(LookupTable table) {
    return table.column("from") >= 0
        && table.column("to") >= 0
        && (table.column("factor") >= 0 || table.column("rate") >= 0);
  }
}
