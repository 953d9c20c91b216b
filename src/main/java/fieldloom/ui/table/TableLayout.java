package fieldloom.ui.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Order, widths and absence of columns, as they are remembered. Widths are pixels at the usual size
 * of text. Frozen columns come first and are always there.
 */
record TableLayout(List<Column> order, Map<Column, Double> widths, Set<Column> hidden) {
  private static final double LEAST_PX = 30;
  private static final double MOST_PX = 2_000;

  static final TableLayout FIRST = read("");

  TableLayout {
    order = List.copyOf(order);
    widths = Map.copyOf(widths);
    hidden = Set.copyOf(hidden);
  }

  /** Reads what {@link #write} wrote; what it does not know or say is as at first. */
  static TableLayout read(String text) {
    List<Column> order = new ArrayList<>(List.of(Column.NUMBER, Column.PATH));
    Map<Column, Double> widths = new EnumMap<>(Column.class);
    Set<Column> hidden = EnumSet.noneOf(Column.class);
    for (String part : text.split(",")) {
      boolean off = part.startsWith("!");
      String[] pieces = part.substring(off ? 1 : 0).split(":");
      for (Column column : Column.values()) {
        if (pieces.length == 2 && column.key().equals(pieces[0])) {
          if (!order.contains(column)) {
            order.add(column);
          }
          if (off && !column.isFrozen()) {
            hidden.add(column);
          }
          if (pieces[1].matches("\\d{1,4}")) {
            widths.put(column, Math.clamp(Integer.parseInt(pieces[1]), LEAST_PX, MOST_PX));
          }
        }
      }
    }
    for (Column column : Column.values()) {
      widths.putIfAbsent(column, column.widthPx());
      if (!order.contains(column)) {
        order.add(column);
      }
    }
    return new TableLayout(order, widths, hidden);
  }

  /** One line: columns in order with their widths, a ! before those that are hidden. */
  String write() {
    List<String> parts = new ArrayList<>();
    for (Column column : order) {
      parts.add(
          (hidden.contains(column) ? "!" : "")
              + column.key()
              + ":"
              + Math.round(widths.getOrDefault(column, column.widthPx())));
    }
    return String.join(",", parts);
  }

  /** The columns that are shown, in order. */
  List<Column> shown() {
    return order.stream().filter(column -> !hidden.contains(column)).toList();
  }
}
