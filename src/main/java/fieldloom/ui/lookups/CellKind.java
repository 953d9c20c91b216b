package fieldloom.ui.lookups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the cells of a column hold, as it decides how what is typed is kept. */
enum CellKind {
  TEXT,
  NUMBER,
  TRUTH;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,300}(\\.\\d{1,300})?");
  private static final int LOOKED_AT = 1000;

  /** The kind of a column: that of all its first cells that have a value, else text. */
  static CellKind of(List<List<JsonNode>> rows, int column) {
    CellKind found = null;
    for (List<JsonNode> row : rows.subList(0, Math.min(LOOKED_AT, rows.size()))) {
      if (column >= row.size() || row.get(column).isNull()) {
        continue;
      }
      JsonNode cell = row.get(column);
      CellKind kind = cell.isNumber() ? NUMBER : cell.isBoolean() ? TRUTH : TEXT;
      if (found != null && kind != found) {
        return TEXT;
      }
      found = kind;
    }
    return found == null ? TEXT : found;
  }

  /** What is kept of a typed text; one that is not of this kind stays a text. */
  JsonNode read(String typed) {
    if (typed.isEmpty()) {
      return NullNode.instance;
    }
    String text = typed.strip();
    return switch (this) {
      case TEXT -> TextNode.valueOf(typed);
      case NUMBER -> number(typed, text);
      case TRUTH -> {
        String word = text.toLowerCase(Locale.ROOT);
        yield word.equals("true") || word.equals("false")
            ? BooleanNode.valueOf(word.equals("true"))
            : TextNode.valueOf(typed);
      }
    };
  }

  private static JsonNode number(String typed, String text) {
    if (INTEGER.matcher(text).matches()) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    return DECIMAL.matcher(text).matches()
        ? DecimalNode.valueOf(new BigDecimal(text))
        : TextNode.valueOf(typed);
  }

  /** How a cell is shown and typed. */
  static String show(JsonNode cell) {
    if (cell.isNull()) {
      return "";
    }
    return cell.isBigDecimal()
        ? cell.decimalValue().toPlainString()
        : cell.isContainerNode() ? cell.toString() : cell.asText();
  }
}
