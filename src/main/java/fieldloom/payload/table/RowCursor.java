package fieldloom.payload.table;

import fieldloom.database.Column;
import fieldloom.database.DatabaseKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows that nothing orders: those of a query, a view, a table without a key. */
final class RowCursor implements Rows {
  private static final int AT_ONCE = 200;

  private final Reading reading;
  private final ReadLevel level;
  private final List<Column> columns;
  private final Statement statement;
  private final ResultSet rows;

  /**
   * Runs the query.
   *
   * @param query whether the level is a query rather than a table
   */
  RowCursor(Reading reading, ReadLevel level, boolean query) throws SQLException {
    this.reading = reading;
    this.level = level;
    this.columns = level.columns();
    String list =
        columns.stream()
            .map(column -> reading.names().quoted(column.name()))
            .collect(Collectors.joining(", "));
    // A table none of whose columns is wanted still has rows.
    String sql =
        query ? level.from() : "SELECT " + (list.isEmpty() ? "1" : list) + " FROM " + level.from();
    if (reading.kind() == DatabaseKind.H2) {
      // It would else keep all rows before it hands out the first.
      try (Statement lazy = reading.connection().createStatement()) {
        lazy.execute("SET LAZY_QUERY_EXECUTION TRUE");
      }
    }
    PreparedStatement made = reading.connection().prepareStatement(sql);
    ResultSet open = null;
    try {
      made.setFetchSize(reading.fetchSize());
      open = made.executeQuery();
    } finally {
      if (open == null) {
        made.close();
      }
    }
    statement = made;
    rows = open;
  }

  @Override
  public String label() {
    return level.label();
  }

  @Override
  public List<ReadRow> next() throws SQLException {
    List<ReadRow> next = new ArrayList<>();
    while (next.size() < AT_ONCE && rows.next()) {
      next.add(ReadRow.of(reading, level, columns, rows, 1, null));
    }
    return next;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
