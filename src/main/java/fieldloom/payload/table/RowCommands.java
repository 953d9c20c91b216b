package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.Column;
import fieldloom.database.DatabaseKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statements that rows are written with; values are parameters in all of them. */
final class RowCommands {
  private final Catalog catalog;
  private final Statements statements;
  private final Binder binder;
  private final CellReader cells;
  private final CellValues values;

  RowCommands(Catalog catalog, Statements statements, CellValues values) {
    this.values = values;
    this.catalog = catalog;
    this.statements = statements;
    this.binder = new Binder(catalog.kind());
    this.cells = new CellReader(catalog.kind());
  }

  Catalog catalog() {
    return catalog;
  }

  String insertSql(WriteLevel level, WriteRow row) {
    int[] columns = present(level, row);
    String into = "INSERT INTO " + table(level);
    if (columns.length == 0) {
      return into + (catalog.kind() == DatabaseKind.MARIADB ? " () VALUES ()" : " DEFAULT VALUES");
    }
    return into
        + " ("
        + joined(columns, ", ", column -> name(level, column))
        + ") VALUES ("
        + joined(columns, ", ", column -> binder.mark(level.column(column).type()))
        + ")";
  }

  /** Inserts rows that have the same columns. */
  void insert(WriteLevel level, List<WriteRow> rows) throws SQLException {
    int[] columns = present(level, rows.getFirst());
    PreparedStatement statement = statements.get(insertSql(level, rows.getFirst()));
    for (WriteRow row : rows) {
      bind(statement, 1, level, columns, row);
      statement.addBatch();
    }
    send(statement);
  }

  /** Inserts a row and takes over values that the database gives it. */
  void insertReturning(WriteLevel level, WriteRow row, int[] wanted) throws SQLException {
    String[] names =
        Arrays.stream(wanted)
            .mapToObj(column -> level.column(column).name())
            .toArray(String[]::new);
    PreparedStatement statement = statements.returning(insertSql(level, row), names);
    bind(statement, 1, level, present(level, row), row);
    statement.executeUpdate();
    try (ResultSet made = statement.getGeneratedKeys()) {
      if (!made.next() || made.getMetaData().getColumnCount() < wanted.length) {
        throw new SQLException(
            "the database does not tell the values of "
                + String.join(", ", names)
                + " that it gives; fill them by rules");
      }
      take(made, level, row, wanted);
    }
  }

  /**
   * Updates rows found by their keys.
   *
   * @return for each how many it found
   */
  int[] update(WriteLevel level, List<WriteRow> rows) throws SQLException {
    return eachRun(
        level,
        rows,
        row -> {
          int[] set = changed(level, row);
          return "UPDATE "
              + table(level)
              + " SET "
              + joined(
                  set,
                  ", ",
                  column -> name(level, column) + " = " + binder.mark(level.column(column).type()))
              + where(level, level.key());
        },
        row -> changed(level, row));
  }

  int[] delete(WriteLevel level, List<WriteRow> rows) throws SQLException {
    return eachRun(
        level,
        rows,
        row -> "DELETE FROM " + table(level) + where(level, level.key()),
        row -> new int[0]);
  }

  private int[] eachRun(
      WriteLevel level,
      List<WriteRow> rows,
      Function<WriteRow, String> sql,
      Function<WriteRow, int[]> columns)
      throws SQLException {
    int[] counts = new int[rows.size()];
    int from = 0;
    while (from < rows.size()) {
      String one = sql.apply(rows.get(from));
      PreparedStatement statement = statements.get(one);
      int to = from;
      while (to < rows.size() && sql.apply(rows.get(to)).equals(one)) {
        int[] set = columns.apply(rows.get(to));
        bind(statement, 1, level, set, rows.get(to));
        bind(statement, 1 + set.length, level, level.key(), rows.get(to));
        statement.addBatch();
        to++;
      }
      System.arraycopy(send(statement), 0, counts, from, to - from);
      from = to;
    }
    return counts;
  }

  /** Takes over columns of a row that is there and whose record does not have them. */
  void complete(WriteLevel level, WriteRow row, int[] wanted) throws SQLException {
    if (wanted.length == 0) {
      return;
    }
    String sql =
        "SELECT "
            + joined(wanted, ", ", column -> name(level, column))
            + " FROM "
            + table(level)
            + where(level, level.key());
    PreparedStatement statement = statements.get(sql);
    bind(statement, 1, level, level.key(), row);
    try (ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        take(rows, level, row, wanted);
      }
    }
  }

  /** Removes the rows that belong to a row, all but those of a list. */
  void removeOthers(WriteLevel.Child child, WriteRow row, List<WriteRow> kept) throws SQLException {
    WriteLevel level = child.level();
    int[] key = level.key();
    List<WriteRow> known =
        kept.stream().filter(item -> Arrays.stream(key).allMatch(item::has)).toList();
    String one = "(" + joined(key, " AND ", column -> name(level, column) + " = ?") + ")";
    String but =
        known.isEmpty()
            ? ""
            : " AND NOT (" + String.join(" OR ", Collections.nCopies(known.size(), one)) + ")";
    String sql = "DELETE FROM " + table(level) + where(level, child.own()) + but;
    // Not kept for later: there is one for each number of rows.
    try (PreparedStatement statement = statements.once(sql)) {
      int at = bindOwner(statement, child, row);
      for (WriteRow item : known) {
        at = bind(statement, at, level, key, item);
      }
      statement.executeUpdate();
    }
  }

  /** Removes all rows that belong to a row. */
  void removeAll(WriteLevel.Child child, WriteRow row) throws SQLException {
    String sql = "DELETE FROM " + table(child.level()) + where(child.level(), child.own());
    PreparedStatement statement = statements.get(sql);
    bindOwner(statement, child, row);
    statement.executeUpdate();
  }

  private int bindOwner(PreparedStatement statement, WriteLevel.Child child, WriteRow row)
      throws SQLException {
    for (int i = 0; i < child.own().length; i++) {
      set(statement, i + 1, child.level().column(child.own()[i]), row.values()[child.refers()[i]]);
    }
    return child.own().length + 1;
  }

  /** What the statements did, one for each; the driver says what failed in an exception. */
  private static int[] send(PreparedStatement statement) throws SQLException {
    try {
      return statement.executeBatch();
    } finally {
      statement.clearBatch();
    }
  }

  private void take(ResultSet from, WriteLevel level, WriteRow row, int[] columns)
      throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      Column column = level.column(columns[i]);
      try {
        Object value = cells.read(from, i + 1, column.type());
        row.values()[columns[i]] = values.of(value, column.type());
      } catch (UnfitException e) {
        throw new SQLException("the column " + column.name() + " " + e.getMessage(), e);
      }
    }
  }

  private int bind(
      PreparedStatement statement, int first, WriteLevel level, int[] columns, WriteRow row)
      throws SQLException {
    int at = first;
    for (int column : columns) {
      set(statement, at++, level.column(column), row.values()[column]);
    }
    return at;
  }

  private void set(PreparedStatement statement, int at, Column column, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      throw new IllegalStateException("no value for " + column.name());
    }
    binder.set(statement, at, column.type(), value);
  }

  private static int[] present(WriteLevel level, WriteRow row) {
    return IntStream.range(0, level.size()).filter(row::has).toArray();
  }

  /** What an update sets; a row that is nothing but its key sets that, to learn whether it is. */
  private static int[] changed(WriteLevel level, WriteRow row) {
    int[] key = level.key();
    int[] others =
        Arrays.stream(present(level, row))
            .filter(column -> Arrays.stream(key).noneMatch(it -> it == column))
            .toArray();
    return others.length == 0 ? new int[] {key[0]} : others;
  }

  private String where(WriteLevel level, int[] columns) {
    return " WHERE " + joined(columns, " AND ", column -> name(level, column) + " = ?");
  }

  private String table(WriteLevel level) {
    return catalog.names().quoted(level.table().id());
  }

  private String name(WriteLevel level, int column) {
    return catalog.names().quoted(level.column(column).name());
  }

  private static String joined(int[] columns, String between, IntFunction<String> each) {
    return Arrays.stream(columns).mapToObj(each).collect(Collectors.joining(between));
  }
}
