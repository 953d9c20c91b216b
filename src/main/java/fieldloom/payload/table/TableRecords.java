package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.DatabaseException;
import fieldloom.database.Databases;
import fieldloom.database.SqlReasons;
import fieldloom.model.SchemaNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens tables, views and queries for reading. */
public final class TableRecords {
  private TableRecords() {}

  /**
   * Reads rows as the options of a source say, as one unchanging state of the database. A row of a
   * table holds the rows that belong to it as its schema has them.
   *
   * @throws FormatException where the place, the table or an option cannot be used; one sentence
   */
  public static RecordReader read(TablePlace place, PayloadSpec spec) throws FormatException {
    TableOptions options = TableOptions.read(spec);
    try {
      return read(Databases.reading(place.url(), place.login()), options, spec);
    } catch (DatabaseException e) {
      throw new FormatException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads the first rows through a connection for reading, which is closed with the reader.
   *
   * @param most how many of them are wanted, so that not many more are fetched
   * @throws FormatException where the table or an option cannot be used; one sentence
   */
  public static RecordReader first(Connection connection, PayloadSpec spec, int most)
      throws FormatException {
    return read(connection, TableOptions.read(spec).fetching(Math.max(1, most)), spec);
  }

  private static RecordReader read(Connection connection, TableOptions options, PayloadSpec spec)
      throws FormatException {
    RecordReader reader = null;
    try {
      List<String> notes = new ArrayList<>();
      Rows rows = rows(new Catalog(connection), connection, options, spec, notes);
      reader = new TableReader(connection, rows, notes);
      return reader;
    } catch (DatabaseException e) {
      throw new FormatException(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw new FormatException(
          "The rows of "
              + spec.name()
              + " cannot be read: "
              + SqlReasons.of(e)
              + "; correct that.");
    } finally {
      if (reader == null) {
        Databases.closeQuietly(connection);
      }
    }
  }

  private static Rows rows(
      Catalog catalog,
      Connection connection,
      TableOptions options,
      PayloadSpec spec,
      List<String> notes)
      throws SQLException, DatabaseException {
    Reading reading = new Reading(connection, catalog, options.fetchSize());
    SchemaNode schema = known(spec);
    ReadPlan plan = new ReadPlan(catalog, notes);
    String query = options.query();
    if (query != null) {
      return new RowCursor(reading, plan.query(query, schema), true);
    }
    int usual = schema == null ? 1 : Integer.MAX_VALUE;
    ReadLevel level =
        plan.table(
            String.valueOf(options.table()),
            schema,
            options.key(),
            options.depth() == null ? usual : options.depth());
    if (!level.order().isEmpty()) {
      return new RowPages(reading, level);
    }
    if (!level.children().isEmpty()) {
      throw new DatabaseException(
          "For the rows that belong to its rows, "
              + level.label()
              + " needs a key and has none; name columns that tell its rows apart in the option"
              + " key of "
              + spec.name()
              + ".");
    }
    return new RowCursor(reading, level, false);
  }

  private static @Nullable SchemaNode known(PayloadSpec spec) {
    SchemaNode root = spec.schema().root();
    return root.children().isEmpty() ? null : root;
  }
}
