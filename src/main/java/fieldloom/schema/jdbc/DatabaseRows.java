package fieldloom.schema.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.database.DatabaseException;
import fieldloom.database.Databases;
import fieldloom.database.JdbcUrl;
import fieldloom.database.Login;
import fieldloom.model.SchemaTree;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.table.TableRecords;
import fieldloom.schema.Readings;
import fieldloom.schema.SchemaException;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * A table or query of a database with its first rows, for somebody who looks whether it is the
 * right one.
 *
 * @param tree its schema
 * @param options with which a source or target reads or writes it
 * @param rows its first rows as records
 * @param problem why no further row is read; "" where nothing is wrong
 */
public record DatabaseRows(SchemaTree tree, JsonNode options, List<Object> rows, String problem) {
  public DatabaseRows {
    rows = List.copyOf(rows);
  }

  /** What is looked at. */
  public sealed interface Wanted {}

  /**
   * A table or view.
   *
   * @param name as options of mappings name it
   * @param depth how many levels of rows that belong to a row stand in it: 0 for its columns only
   */
  public record Table(String name, int depth) implements Wanted {}

  /** What a query selects. */
  public record Query(String text) implements Wanted {}

  /**
   * Connects and reads. The connection is closed again.
   *
   * @param most rows that are read, from 0
   * @throws DatabaseException where the database cannot be connected to: one sentence
   * @throws SchemaException where the table or query cannot be used: one sentence
   */
  public static DatabaseRows read(JdbcUrl url, Login login, Wanted wanted, int most)
      throws DatabaseException, SchemaException {
    Connection connection = Databases.browsing(url, login);
    try {
      ObjectNode options = JsonNodeFactory.instance.objectNode().put("url", url.text());
      SchemaTree tree =
          switch (wanted) {
            case Table table -> {
              options.put("table", table.name());
              yield JdbcSchemas.table(connection, table.name(), table.depth());
            }
            case Query query -> {
              options.put("query", query.text());
              yield JdbcSchemas.query(connection, "query", query.text());
            }
          };
      List<Object> rows = new ArrayList<>();
      String problem =
          read(connection, new PayloadSpec("rows", "table", options, tree), most, rows);
      return new DatabaseRows(tree, options, rows, problem);
    } finally {
      Databases.closeQuietly(connection);
    }
  }

  /** Returns why no further row is read; the schema is there without. */
  private static String read(Connection connection, PayloadSpec spec, int most, List<Object> rows) {
    try (RecordReader reader = TableRecords.first(connection, spec, most)) {
      var record = rows.size() < most ? reader.next() : null;
      while (record != null) {
        Readings.checkWanted();
        rows.add(record.value());
        record = rows.size() < most ? reader.next() : null;
      }
      return "";
    } catch (IOException | BadRecordException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
