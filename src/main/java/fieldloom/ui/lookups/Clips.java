package fieldloom.ui.lookups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Table;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.TableRows;
import fieldloom.ui.kit.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Cells of tables to and from the clipboard and files. */
final class Clips {
  private Clips() {}

  /**
   * A table with a block pasted into it; names in the block's first line become those of columns.
   */
  static Table paste(Table table, List<List<String>> block, int row, int column) {
    Grid grid = Grid.of(table);
    if (!isHeader(table, block)) {
      return grid.put(row, column, block);
    }
    return table.rows().isEmpty()
        ? Grid.of(Grid.of(grid.with(List.of(), List.of())).put(0, 0, block)).headerFromFirstRow()
        : grid.put(row, column, block.subList(1, block.size()));
  }

  /**
   * Whether a first line says what columns are called: it has their names, or, before any rows are
   * there, no figures where the lines below it have.
   */
  static boolean isHeader(Table table, List<List<String>> block) {
    List<String> first = block.getFirst();
    int known = Math.min(first.size(), table.columns().size());
    boolean names = known > 1 && first.equals(table.columns().subList(0, known));
    if (names || !table.rows().isEmpty() || block.size() < 2) {
      return names;
    }
    boolean plain = first.stream().noneMatch(c -> c.isBlank() || hasDigit(c));
    boolean figures =
        block.subList(1, block.size()).stream().flatMap(List::stream).anyMatch(Clips::hasDigit);
    return plain && figures && Set.copyOf(first).size() == first.size();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** Cells as a spreadsheet takes them. */
  static String copy(Table table, List<Integer> rows, int from, int to) {
    Grid grid = Grid.of(table);
    List<List<String>> block = new ArrayList<>();
    for (int row : rows) {
      List<String> cells = new ArrayList<>();
      for (int column = from; column <= to; column++) {
        cells.add(CellKind.show(grid.cell(row, column)));
      }
      block.add(cells);
    }
    return Cells.write(block);
  }

  /** The whole table with the names of its columns. */
  static String copyAll(Table table) {
    String names = table.columns().isEmpty() ? "" : Cells.write(List.of(table.columns()));
    List<Integer> rows = IntStream.range(0, table.rows().size()).boxed().toList();
    return names + copy(table, rows, 0, Grid.of(table).width() - 1);
  }

  /**
   * The rows of a CSV file or an Excel workbook.
   *
   * @throws IOException where any row cannot be read
   */
  static TableRows read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    byte[] content = Files.readAllBytes(file);
    return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
        ? TableRows.xlsx(content, null, name)
        : TableRows.csv(content, null, name);
  }

  static List<List<JsonNode>> cells(TableRows rows) {
    return rows.rows().stream().map(r -> r.stream().map(Clips::cell).toList()).toList();
  }

  private static JsonNode cell(Object value) {
    return switch (value) {
      case Absent a -> NullNode.instance;
      case Null n -> NullNode.instance;
      case Num n -> CellKind.NUMBER.read(n.text());
      case Boolean b -> BooleanNode.valueOf(b);
      default -> TextNode.valueOf(value.toString());
    };
  }
}
