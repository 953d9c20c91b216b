package fieldloom.payload.table;

import fieldloom.model.value.Null;
import fieldloom.payload.table.TableOptions.Mode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes rows level by level: those of a table first, then the rows that belong to them. */
final class RowWriter {
  private final RowCommands commands;

  RowWriter(RowCommands commands) {
    this.commands = commands;
  }

  /**
   * Writes rows, many at a time.
   *
   * @throws fieldloom.payload.UnwritableRecordException where the database refuses one of them
   */
  void write(WriteLevel level, List<WriteRow> rows) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    try {
      switch (level.mode()) {
        case INSERT -> insert(level, rows);
        case UPSERT -> upsert(level, rows);
        case UPDATE -> update(level, rows);
        case DELETE -> delete(level, rows);
      }
    } catch (SQLException e) {
      throw RowFaults.of(level, commands.catalog(), e);
    }
  }

  private void insert(WriteLevel level, List<WriteRow> rows) throws SQLException, IOException {
    Map<String, List<WriteRow>> groups = new LinkedHashMap<>();
    for (WriteRow row : rows) {
      int[] needed = missing(row);
      if (needed.length > 0) {
        commands.insertReturning(level, row, needed);
      } else {
        groups.computeIfAbsent(commands.insertSql(level, row), sql -> new ArrayList<>()).add(row);
      }
    }
    for (List<WriteRow> group : groups.values()) {
      commands.insert(level, group);
    }
    children(level, rows);
  }

  private void upsert(WriteLevel level, List<WriteRow> rows) throws SQLException, IOException {
    List<WriteRow> known = rows.stream().filter(row -> hasKey(level, row)).toList();
    List<WriteRow> fresh = new ArrayList<>();
    List<WriteRow> there = new ArrayList<>();
    int[] counts = commands.update(level, known);
    int at = 0;
    for (WriteRow row : rows) {
      boolean missed = !hasKey(level, row) || counts[at++] == 0;
      (missed ? fresh : there).add(row);
    }
    for (WriteRow row : there) {
      commands.complete(level, row, missing(row));
    }
    for (WriteRow row : there) {
      removeOthers(row);
    }
    children(level, there);
    insert(level, fresh);
  }

  private void update(WriteLevel level, List<WriteRow> rows) throws SQLException, IOException {
    int[] counts = commands.update(level, rows);
    for (int i = 0; i < counts.length; i++) {
      WriteRow row = rows.get(i);
      if (counts[i] == 0) {
        throw RowFaults.missing(level, row);
      }
      commands.complete(level, row, missing(row));
      removeOthers(row);
    }
    children(level, rows);
  }

  private void delete(WriteLevel level, List<WriteRow> rows) throws SQLException, IOException {
    for (WriteRow row : rows) {
      commands.complete(level, row, missing(row));
      for (WriteLevel.Child child : row.children().keySet()) {
        commands.removeAll(child, row);
      }
    }
    int[] counts = commands.delete(level, rows);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        throw RowFaults.missing(level, rows.get(i));
      }
    }
  }

  /** Rows in the database that the record does not have any more. */
  private void removeOthers(WriteRow row) throws SQLException {
    for (Map.Entry<WriteLevel.Child, List<WriteRow>> list : row.children().entrySet()) {
      give(row, list.getKey(), list.getValue());
      commands.removeOthers(list.getKey(), row, list.getValue());
    }
  }

  private void children(WriteLevel level, List<WriteRow> rows) throws IOException {
    Map<WriteLevel.Child, List<WriteRow>> all = new LinkedHashMap<>();
    for (WriteRow row : rows) {
      row.children()
          .forEach(
              (child, list) -> {
                give(row, child, list);
                all.computeIfAbsent(child, c -> new ArrayList<>()).addAll(list);
              });
    }
    for (Map.Entry<WriteLevel.Child, List<WriteRow>> list : all.entrySet()) {
      write(list.getKey().level(), list.getValue());
    }
  }

  /** Hands a row's key to the rows that belong to it. */
  private static void give(WriteRow row, WriteLevel.Child child, List<WriteRow> list) {
    for (WriteRow item : list) {
      for (int i = 0; i < child.own().length; i++) {
        item.values()[child.own()[i]] = row.values()[child.refers()[i]];
      }
    }
  }

  /** Columns that rows within the row point to and that only the database knows. */
  private static int[] missing(WriteRow row) {
    return row.children().keySet().stream()
        .flatMapToInt(child -> Arrays.stream(child.refers()))
        .filter(column -> !row.has(column))
        .distinct()
        .toArray();
  }

  private static boolean hasKey(WriteLevel level, WriteRow row) {
    for (int column : level.key()) {
      if (!row.has(column) || row.values()[column] instanceof Null) {
        return false;
      }
    }
    return level.mode() != Mode.INSERT && level.key().length > 0;
  }
}
