package fieldloom.payload.table;

import fieldloom.database.Column;
import fieldloom.database.DatabaseKind;
import fieldloom.database.Names;
import fieldloom.model.value.Null;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the rows that belong to rows, those of many at once, and puts them into their records. */
final class ChildRows {
  private static final int PARENTS = 200;

  /** Deeper than any rows that people keep within each other; only a circle leads there. */
  private static final int MOST_LEVELS = 100;

  private final Reading reading;

  ChildRows(Reading reading) {
    this.reading = reading;
  }

  /**
   * Fills the lists of rows that were read.
   *
   * @return how many rows belong to them
   */
  int fill(ReadLevel level, List<ReadRow> rows) throws SQLException {
    return fill(level, rows, 1);
  }

  private int fill(ReadLevel level, List<ReadRow> rows, int depth) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    if (depth > MOST_LEVELS) {
      throw new SQLException(
          "the rows of "
              + level.label()
              + " stand in each other more than "
              + MOST_LEVELS
              + " levels deep; set the option depth");
    }
    int found = 0;
    for (ReadLevel.Child child : level.children()) {
      List<ReadRow> all = new ArrayList<>();
      Map<List<Object>, List<ReadRow>> parents = new LinkedHashMap<>();
      Map<ReadRow, List<Object>> lists = new java.util.IdentityHashMap<>();
      for (ReadRow row : rows) {
        List<Object> list = new ArrayList<>();
        row.record().put(child.name(), list);
        lists.put(row, list);
        List<Object> key = key(child, row);
        if (!key.isEmpty()) {
          parents.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
      }
      List<List<Object>> keys = List.copyOf(parents.keySet());
      for (int from = 0; from < keys.size(); from += PARENTS) {
        List<List<Object>> some = keys.subList(from, Math.min(from + PARENTS, keys.size()));
        read(level, child, some, parents, lists, all);
      }
      found += all.size() + fill(child.level(), all, depth + 1);
    }
    return found;
  }

  /** What the children of a row point to; empty where nothing can. */
  private static List<Object> key(ReadLevel.Child child, ReadRow row) {
    List<Object> key = new ArrayList<>();
    for (Column column : child.refers()) {
      Object value = row.known(column);
      if (value == null || value instanceof Null) {
        return List.of();
      }
      key.add(value);
    }
    return key;
  }

  private void read(
      ReadLevel level,
      ReadLevel.Child child,
      List<List<Object>> keys,
      Map<List<Object>, List<ReadRow>> parents,
      Map<ReadRow, List<Object>> lists,
      List<ReadRow> all)
      throws SQLException {
    List<Column> columns = child.level().columns();
    int refers = child.refers().size();
    try (PreparedStatement statement =
        reading.connection().prepareStatement(sql(level, child, columns, keys.size()))) {
      int at = 1;
      for (List<Object> key : keys) {
        for (int i = 0; i < refers; i++) {
          reading.set(statement, at++, child.refers().get(i), key.get(i));
        }
      }
      statement.setFetchSize(reading.fetchSize());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<Object> key = new ArrayList<>();
          for (int i = 0; i < refers; i++) {
            key.add(reading.key(rows, i + 1, child.refers().get(i)));
          }
          for (ReadRow parent : parents.getOrDefault(key, List.of())) {
            ReadRow row = ReadRow.of(reading, child.level(), columns, rows, refers + 1, parent);
            all.add(row);
            lists.getOrDefault(parent, new ArrayList<>()).add(row.record());
          }
        }
      }
    }
  }

  /**
   * The parent is joined, so that what tells whose row it is is read from the same column as the
   * parent's own, however the child's differs in type, case or padding.
   */
  private String sql(ReadLevel level, ReadLevel.Child child, List<Column> columns, int keys) {
    Names names = reading.names();
    List<String> refers =
        child.refers().stream().map(column -> "p." + names.quoted(column.name())).toList();
    List<String> selected = new ArrayList<>(refers);
    columns.forEach(column -> selected.add("c." + names.quoted(column.name())));
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < refers.size(); i++) {
      joined.add("c." + names.quoted(child.own().get(i).name()) + " = " + refers.get(i));
    }
    List<Column> order = child.level().order();
    return "SELECT "
        + String.join(", ", selected)
        + " FROM "
        + child.level().from()
        + " c JOIN "
        + level.from()
        + " p ON "
        + String.join(" AND ", joined)
        + " WHERE "
        + oneOf(refers, keys)
        + (order.isEmpty()
            ? ""
            : order.stream()
                .map(column -> "c." + names.quoted(column.name()))
                .collect(Collectors.joining(", ", " ORDER BY ", "")));
  }

  /** The condition of the parents, in the words that each database uses its indexes for. */
  private String oneOf(List<String> columns, int keys) {
    if (columns.size() == 1) {
      return columns.getFirst() + " IN (" + String.join(", ", Collections.nCopies(keys, "?")) + ")";
    }
    if (reading.kind() == DatabaseKind.MARIADB) {
      String one = "(" + String.join(" = ? AND ", columns) + " = ?)";
      return "(" + String.join(" OR ", Collections.nCopies(keys, one)) + ")";
    }
    String one = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    return "("
        + String.join(", ", columns)
        + ") IN ("
        + String.join(", ", Collections.nCopies(keys, one))
        + ")";
  }
}
