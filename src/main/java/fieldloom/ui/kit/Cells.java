package fieldloom.ui.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells as spreadsheets put them into the clipboard: tabs between cells, a line a row, a cell that
 * holds tabs, line ends or quotes in quotes.
 */
public final class Cells {
  private Cells() {}

  /** Writes rows of cells, a line end behind each. */
  public static String write(List<List<String>> rows) {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        out.append(i == 0 ? "" : "\t").append(quoted(row.get(i)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** Reads cells; rows may be of different length, the last line may end or not. */
  public static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int end = end(text, at);
      row.add(cell(text.substring(at, end)));
      boolean tab = end < text.length() && text.charAt(end) == '\t';
      if (!tab) {
        rows.add(row);
        row = new ArrayList<>();
        if (text.startsWith("\r\n", end)) {
          end++;
        }
        if (end + 1 >= text.length()) {
          break;
        }
      }
      at = end + 1;
    }
    return rows;
  }

  /** Where the cell that begins at a place ends. */
  private static int end(String text, int from) {
    int quoted = quotedEnd(text, from);
    if (quoted > 0) {
      return quoted;
    }
    int end = from;
    while (end < text.length() && !isEnd(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(String text, int at) {
    return at == text.length() || "\t\r\n".indexOf(text.charAt(at)) >= 0;
  }

  /**
   * Where a cell in quotes ends; -1 where it is none. A text such as {@code "100"} is none: Excel
   * puts only those cells in quotes that need them, and leaves the quotes of others as they are.
   */
  private static int quotedEnd(String text, int from) {
    if (!text.startsWith("\"", from)) {
      return -1;
    }
    boolean needed = false;
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '"') {
        needed |= isEnd(text, i);
      } else if (text.startsWith("\"\"", i) && !isEnd(text, i + 1)) {
        needed = true;
        i++;
      } else {
        return needed && isEnd(text, i + 1) ? i + 1 : -1;
      }
    }
    return -1;
  }

  private static String cell(String text) {
    return quotedEnd(text, 0) == text.length() && !text.isEmpty()
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }
}
