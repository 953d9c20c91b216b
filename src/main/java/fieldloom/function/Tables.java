package fieldloom.function;

import fieldloom.function.CallContext.LookupTable;

/** The lookup tables that functions are told by name. */
public final class Tables {
  private Tables() {}

  /**
   * The table that an argument names.
   *
   * @throws ValueException where the mapping has none of that name
   */
  public static LookupTable named(Arguments a, int i) {
    LookupTable table = a.context().table(a.text(i));
    if (table == null) {
      throw new ValueException("unknown-table", "There is no table “" + a.text(i) + "”.");
    }
    return table;
  }
}
