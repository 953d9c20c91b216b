package fieldloom.ui.lookups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Extras;
import fieldloom.model.Table;
import fieldloom.model.Table.Otherwise;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lookup table as rows and columns; every change makes another table. */
final class Grid {
  /** A table has a key and at least one value. */
  private static final int LEAST_COLUMNS = 2;

  private static final Set<String> NUMBERS = Set.of("integer", "decimal");

  private final Table table;

  private Grid(Table table) {
    this.table = table;
  }

  static Grid of(Table table) {
    return new Grid(table);
  }

  /** A table without rows: a key and a value. */
  static Table empty(String name) {
    return new Table(
        name, List.of("key", "value"), null, List.of(), null, new Otherwise.Fail(), Extras.NONE);
  }

  Table table() {
    return table;
  }

  /** The table with the rows that were read from where they stand. */
  Table holding(List<String> names, List<List<JsonNode>> rows) {
    return new Table(
        table.name(),
        table.columns().isEmpty() ? names : table.columns(),
        table.keyType(),
        rows,
        table.from(),
        table.otherwise(),
        table.extras());
  }

  /** How many columns there are: named ones, or as many as the widest row has. */
  int width() {
    int widest = table.rows().stream().mapToInt(List::size).max().orElse(0);
    return Math.max(LEAST_COLUMNS, Math.max(table.columns().size(), widest));
  }

  /** What a column is called; "" where it has no name. */
  String name(int column) {
    return column < table.columns().size() ? table.columns().get(column) : "";
  }

  JsonNode cell(int row, int column) {
    List<JsonNode> cells = table.rows().get(row);
    return column < cells.size() ? cells.get(column) : NullNode.instance;
  }

  /** A block of typed cells from a place on; rows and columns that are not there are made. */
  Table put(int row, int column, List<List<String>> block) {
    List<List<JsonNode>> rows = new ArrayList<>(table.rows());
    int right = column + block.stream().mapToInt(List::size).max().orElse(0);
    Map<Integer, CellKind> kinds = new HashMap<>();
    for (int i = 0; i < block.size(); i++) {
      int at = row + i;
      while (rows.size() <= at) {
        rows.add(List.of());
      }
      List<JsonNode> cells = new ArrayList<>(rows.get(at));
      for (int j = 0; j < block.get(i).size(); j++) {
        while (cells.size() <= column + j) {
          cells.add(cells.isEmpty() ? TextNode.valueOf("") : NullNode.instance);
        }
        CellKind kind = kinds.computeIfAbsent(column + j, this::kind);
        cells.set(column + j, read(column + j, block.get(i).get(j), kind));
      }
      rows.set(at, cells);
    }
    return with(widened(right), rows);
  }

  /** Cells, each as row and column, emptied. */
  Table clear(List<int[]> cells) {
    List<List<JsonNode>> rows = new ArrayList<>(table.rows());
    for (int[] at : cells) {
      List<JsonNode> row = rows.get(at[0]);
      if (at[1] < row.size()) {
        List<JsonNode> cleared = new ArrayList<>(row);
        cleared.set(at[1], read(at[1], "", CellKind.TEXT));
        rows.set(at[0], cleared);
      }
    }
    return with(table.columns(), rows);
  }

  /** Names for as many columns, where columns have names. */
  private List<String> widened(int columns) {
    List<String> names = new ArrayList<>(table.columns());
    while (!names.isEmpty() && names.size() < columns) {
      names.add(freeName(names));
    }
    return names;
  }

  private static JsonNode read(int column, String typed, CellKind kind) {
    // A key is there in any case, if only as an empty text.
    return column == 0 && typed.isEmpty() ? TextNode.valueOf("") : kind.read(typed);
  }

  CellKind kind(int column) {
    return CellKind.of(table.rows(), column);
  }

  /** The values of a column as another kind, as far as they are such. */
  Table convert(int column, CellKind kind) {
    List<List<JsonNode>> rows = new ArrayList<>();
    for (List<JsonNode> row : table.rows()) {
      if (column >= row.size()) {
        rows.add(row);
        continue;
      }
      List<JsonNode> cells = new ArrayList<>(row);
      cells.set(column, read(column, CellKind.show(row.get(column)), kind));
      rows.add(cells);
    }
    return with(table.columns(), rows);
  }

  /** An empty row before another one, or behind the last. */
  Table insertRow(int before) {
    List<List<JsonNode>> rows = new ArrayList<>(table.rows());
    List<JsonNode> empty = new ArrayList<>();
    int width = width();
    for (int i = 0; i < width; i++) {
      empty.add(i == 0 ? TextNode.valueOf("") : NullNode.instance);
    }
    rows.add(Math.clamp(before, 0, rows.size()), empty);
    return with(table.columns(), rows);
  }

  Table removeRows(BitSet which) {
    List<List<JsonNode>> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      if (!which.get(i)) {
        rows.add(table.rows().get(i));
      }
    }
    return with(table.columns(), rows);
  }

  /** A column more, before another one or behind the last. */
  Table insertColumn(int before, String name) {
    List<String> names = named();
    names.add(before, name.isBlank() ? freeName(names) : name.strip());
    List<List<JsonNode>> rows = new ArrayList<>();
    for (List<JsonNode> row : table.rows()) {
      List<JsonNode> cells = new ArrayList<>(row);
      if (before <= cells.size()) {
        cells.add(before, before == 0 ? TextNode.valueOf("") : NullNode.instance);
      }
      rows.add(cells);
    }
    return with(names, rows);
  }

  /** A column goes; the last two stay. */
  Table removeColumn(int column) {
    if (width() <= LEAST_COLUMNS) {
      return table;
    }
    List<String> names = new ArrayList<>(table.columns());
    if (column < names.size()) {
      names.remove(column);
    }
    List<List<JsonNode>> rows = new ArrayList<>();
    for (List<JsonNode> row : table.rows()) {
      List<JsonNode> cells = new ArrayList<>(row);
      if (column < cells.size()) {
        cells.remove(column);
      }
      rows.add(cells);
    }
    return with(names, rows);
  }

  /** Another name for a column; columns without names get some. */
  Table rename(int column, String name) {
    List<String> names = named();
    names.set(column, name.strip());
    return with(names, table.rows());
  }

  /** Takes the first row as names, or makes names the first row. */
  Table headerFromFirstRow() {
    if (table.rows().isEmpty()) {
      return table;
    }
    List<String> names = new ArrayList<>();
    int width = width();
    for (int i = 0; i < width; i++) {
      String name = CellKind.show(cell(0, i)).strip();
      names.add(name.isEmpty() || names.contains(name) ? freeName(names) : name);
    }
    return with(names, table.rows().subList(1, table.rows().size()));
  }

  private List<String> named() {
    List<String> names = new ArrayList<>(table.columns());
    int width = width();
    while (names.size() < width) {
      names.add(freeName(names));
    }
    return names;
  }

  private static String freeName(List<String> names) {
    String base = names.isEmpty() ? "key" : "value";
    String name = base;
    for (int i = 2; names.contains(name); i++) {
      name = base + i;
    }
    return name;
  }

  /** The rows in the order of a column: numbers by value, texts by code point; it is stable. */
  Table sort(int column, boolean descending) {
    Comparator<JsonNode> order =
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : CellKind.show(a).compareTo(CellKind.show(b));
    List<List<JsonNode>> rows = new ArrayList<>(table.rows());
    Comparator<List<JsonNode>> byCell =
        Comparator.comparing(r -> column < r.size() ? r.get(column) : NullNode.instance, order);
    rows.sort(descending ? byCell.reversed() : byCell);
    return with(table.columns(), rows);
  }

  Table withName(String value) {
    return new Table(
        value,
        table.columns(),
        table.keyType(),
        table.rows(),
        table.from(),
        table.otherwise(),
        table.extras());
  }

  Table withOtherwise(Otherwise value) {
    return new Table(
        table.name(),
        table.columns(),
        table.keyType(),
        table.rows(),
        table.from(),
        value,
        table.extras());
  }

  Table withKeyType(@Nullable String value) {
    return new Table(
        table.name(),
        table.columns(),
        value,
        table.rows(),
        table.from(),
        table.otherwise(),
        table.extras());
  }

  /** Other rows, standing in the mapping and no longer in a file. */
  Table with(List<String> columns, List<List<JsonNode>> rows) {
    return new Table(
        table.name(), columns, table.keyType(), rows, null, table.otherwise(), table.extras());
  }

  /** A key as lookups compare it. */
  String key(String text) {
    return canonical(text, table.keyType() != null && NUMBERS.contains(table.keyType()));
  }

  private String key(JsonNode cell) {
    boolean number = table.keyType() != null && NUMBERS.contains(table.keyType());
    return cell.isNumber() ? plain(cell.decimalValue()) : canonical(CellKind.show(cell), number);
  }

  private static String canonical(String text, boolean number) {
    if (!number) {
      return text;
    }
    try {
      return plain(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      // It is no number: then it is like nothing but itself.
      return text;
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The rows whose key an earlier or later row has too. */
  BitSet doubled() {
    BitSet doubled = new BitSet();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Integer other = first.putIfAbsent(key(cell(i, 0)), i);
      if (other != null) {
        doubled.set(other);
        doubled.set(i);
      }
    }
    return doubled;
  }

  /** The keys that there are, as lookups compare them. */
  Set<String> keys() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < table.rows().size(); i++) {
      keys.add(key(cell(i, 0)));
    }
    return keys;
  }

  /** The rows that have a text in any cell, whatever its case. */
  List<Integer> find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      boolean hit =
          wanted.isEmpty()
              || table.rows().get(i).stream()
                  .anyMatch(c -> CellKind.show(c).toLowerCase(Locale.ROOT).contains(wanted));
      if (hit) {
        found.add(i);
      }
    }
    return found;
  }
}
