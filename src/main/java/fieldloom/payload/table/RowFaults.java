package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.SqlReasons;
import fieldloom.payload.UnwritableRecordException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a database refuses a row, and tells that from a database that cannot go on. */
final class RowFaults {
  /** Classes of states that are about values, and about what triggers say. */
  private static final Set<String> ABOUT_ROWS = Set.of("22", "23", "44", "45", "P0", "HY", "27");

  /** Waiting for another program, of MariaDB and H2. */
  private static final Set<Integer> WAITED = Set.of(1205, 50200);

  private RowFaults() {}

  /** The exception for a row of a table, or for all of the run. */
  static IOException of(WriteLevel level, Catalog catalog, SQLException fault) {
    SQLException told = told(fault);
    String state = told.getSQLState() == null ? "" : told.getSQLState();
    boolean row =
        state.length() > 2
            && ABOUT_ROWS.contains(state.substring(0, 2))
            && !state.startsWith("HYT")
            && !WAITED.contains(told.getErrorCode());
    if (!row || SqlReasons.isConnectionLost(fault)) {
      return failed(fault);
    }
    return new UnwritableRecordException(
        new RowConstraints(level, catalog).sentence(told, SqlReasons.of(fault)));
  }

  /** A database that cannot go on: the middle of a sentence. */
  static IOException failed(SQLException fault) {
    SQLException told = told(fault);
    String state = told.getSQLState() == null ? "" : told.getSQLState();
    if (SqlReasons.isConnectionLost(fault)) {
      return new IOException(
          "the connection to the database is lost; run again once it is there", fault);
    }
    if (state.startsWith("40") || WAITED.contains(told.getErrorCode()) || state.equals("55P03")) {
      return new IOException(
          "another program holds rows that are to be written ("
              + SqlReasons.of(fault)
              + "); run again",
          fault);
    }
    return new IOException("the database refuses it, " + SqlReasons.of(fault), fault);
  }

  /** A row that is to be changed and is not there. */
  static UnwritableRecordException missing(WriteLevel level, WriteRow row) {
    String key =
        Arrays.stream(level.key())
            .mapToObj(column -> level.column(column).name() + " = " + row.values()[column])
            .collect(Collectors.joining(", "));
    return new UnwritableRecordException(
        "The table "
            + level.name()
            + " has no row with "
            + key
            + " to "
            + level.mode().word()
            + "; correct the key, or write it with the mode upsert.");
  }

  private static SQLException told(SQLException fault) {
    SQLException next = fault instanceof BatchUpdateException ? fault.getNextException() : null;
    return next == null ? fault : next;
  }
}
