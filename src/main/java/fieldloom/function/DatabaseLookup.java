package fieldloom.function;

/** Looks values up in databases. Thread-safe. */
@FunctionalInterface
public interface DatabaseLookup {
  /** Where nothing may connect to a database: tests, the preview, single formulas. */
  DatabaseLookup NONE =
      (connection, query, key) -> {
        throw new ValueException(
            "no-database",
            "No database is connected to here, so %s cannot be asked: run the mapping, or"
                + " add its answers to lookups in a test.".formatted(Values.shown(connection)));
      };

  /**
   * What a query finds for a key.
   *
   * @param connection name of a source or target that is a table, or the URL of a database
   * @param query one that only reads, with one {@code ?} where the key goes
   * @return the value of the one row, an object where the query selects several columns; absent
   *     where there is no row
   * @throws ValueException where the query fails or finds several rows
   */
  Object find(String connection, String query, Object key);
}
