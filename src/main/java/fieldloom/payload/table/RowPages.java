package fieldloom.payload.table;

import fieldloom.database.Column;
import fieldloom.database.Names;
import fieldloom.model.value.Null;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table with a key, page after page in the key's order, with the rows that belong to
 * them. No result stays open between two pages, so that others can be read on the same connection,
 * of the same state of the database.
 */
final class RowPages implements Rows {
  /** Rows with all that belongs to them that are kept at once, where that is not one record. */
  private static final int MOST_ROWS = 20_000;

  private static final int PARENTS = 200;

  private final Reading reading;
  private final ReadLevel level;
  private final List<Column> columns;
  private final ChildRows children;
  private @Nullable ReadRow last;
  private int size;
  private boolean ended;

  RowPages(Reading reading, ReadLevel level) throws SQLException {
    this.reading = reading;
    this.level = level;
    this.columns = level.columns();
    this.children = new ChildRows(reading);
    this.size =
        level.children().isEmpty() ? reading.fetchSize() : Math.min(PARENTS, reading.fetchSize());
  }

  @Override
  public String label() {
    return level.label();
  }

  @Override
  public List<ReadRow> next() throws SQLException {
    if (ended) {
      return List.of();
    }
    List<ReadRow> page = page();
    ended = page.size() < size;
    if (!page.isEmpty()) {
      last = page.getLast();
      int found = children.fill(level, page);
      if (!level.children().isEmpty()) {
        int each = 1 + found / page.size();
        size = Math.clamp(MOST_ROWS / each, 1, PARENTS);
      }
    }
    return page;
  }

  private List<ReadRow> page() throws SQLException {
    Names names = reading.names();
    ReadRow behind = last;
    String order =
        level.order().stream()
            .map(column -> names.quoted(column.name()))
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT "
            + columns.stream()
                .map(column -> names.quoted(column.name()))
                .collect(Collectors.joining(", "))
            + " FROM "
            + level.from()
            + (behind == null ? "" : " WHERE " + behind())
            + " ORDER BY "
            + order
            + " LIMIT ?";
    try (PreparedStatement statement = reading.connection().prepareStatement(sql)) {
      int at = behind == null ? 1 : bind(statement, behind);
      statement.setInt(at, size);
      statement.setFetchSize(size);
      List<ReadRow> page = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          page.add(ReadRow.of(reading, level, columns, rows, 1, null));
        }
      }
      return page;
    }
  }

  /**
   * The condition of the rows behind one: its first column first and alone, since that is what an
   * index is used for.
   */
  private String behind() {
    List<String> keys =
        level.order().stream().map(column -> reading.names().quoted(column.name())).toList();
    if (keys.size() == 1) {
      return keys.getFirst() + " > ?";
    }
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      StringBuilder one = new StringBuilder();
      for (int j = 0; j < i; j++) {
        one.append(keys.get(j)).append(" = ? AND ");
      }
      cases.add(one.append(keys.get(i)).append(" > ?").toString());
    }
    return keys.getFirst() + " >= ? AND ((" + String.join(") OR (", cases) + "))";
  }

  private int bind(PreparedStatement statement, ReadRow behind) throws SQLException {
    List<Column> key = level.order();
    int at = 1;
    if (key.size() > 1) {
      set(statement, at++, key.getFirst(), behind);
    }
    for (int i = 0; i < key.size(); i++) {
      for (int j = 0; j <= i; j++) {
        set(statement, at++, key.get(j), behind);
      }
    }
    return at;
  }

  private void set(PreparedStatement statement, int at, Column column, ReadRow row)
      throws SQLException {
    Object value = row.known(column);
    if (value == null || value instanceof Null) {
      throw new SQLException(
          "the key column " + column.name() + " holds what cannot be read; correct it there");
    }
    reading.set(statement, at, column, value);
  }

  @Override
  public void close() {
    // Nothing is open between two pages.
  }
}
