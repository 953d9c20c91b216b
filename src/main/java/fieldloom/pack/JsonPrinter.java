package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Prints a mapping so that two versions differ by the lines of what was edited: a rule, a source, a
 * row of a table, a test each on a line of its own, deeper things broken by structure alone, never
 * by width. Two spaces a level, {@code \n} at each end.
 */
final class JsonPrinter {
  /** How deep a value may be to stand on one line, by the list it is an entry of. */
  private static final Map<String, Integer> ENTRY_DEPTH =
      Map.of(
          "sources",
          2,
          "targets",
          2,
          "rules",
          3,
          "variables",
          3,
          "tables",
          2,
          "functions",
          3,
          "params",
          3,
          "tests",
          3);

  private static final int DEPTH = 1;
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  private JsonPrinter() {}

  static String print(ObjectNode mapping) {
    JsonPrinter printer = new JsonPrinter();
    printer.root(mapping);
    return printer.out.append('\n').toString();
  }

  private void root(ObjectNode mapping) {
    String separator = "{";
    for (Map.Entry<String, JsonNode> member : mapping.properties()) {
      out.append(separator);
      separator = ",";
      line(1);
      string(member.getKey());
      out.append(": ");
      JsonNode value = member.getValue();
      Integer entryDepth = ENTRY_DEPTH.get(member.getKey());
      if (entryDepth != null && value.isArray() && !value.isEmpty()) {
        broken(value, 1, entryDepth);
      } else {
        value(value, 1, member.getKey().equals("target") ? 2 : DEPTH);
      }
    }
    line(0);
    out.append('}');
  }

  /** Prints on one line what is at most so deep; a scalar has depth 0. */
  private void value(JsonNode node, int indent, int depth) {
    if (fits(node, depth)) {
      inline(node);
    } else {
      broken(node, indent, DEPTH);
    }
  }

  private void broken(JsonNode node, int indent, int depth) {
    boolean object = node.isObject();
    out.append(object ? '{' : '[');
    Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
    String separator = "";
    for (JsonNode child : node) {
      out.append(separator);
      separator = ",";
      line(indent + 1);
      if (object) {
        string(members.next().getKey());
        out.append(": ");
      }
      value(child, indent + 1, depth);
    }
    line(indent);
    out.append(object ? '}' : ']');
  }

  private void inline(JsonNode node) {
    if (node.isObject()) {
      String separator = "{";
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        out.append(separator);
        separator = ", ";
        string(member.getKey());
        out.append(": ");
        inline(member.getValue());
      }
      out.append(node.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      String separator = "[";
      for (JsonNode item : node) {
        out.append(separator);
        separator = ", ";
        inline(item);
      }
      out.append(node.isEmpty() ? "[]" : "]");
    } else {
      scalar(node);
    }
  }

  private void scalar(JsonNode node) {
    if (node.isTextual() || node.isBinary()) {
      string(node.asText());
    } else if (node.isNumber() && !isNotFinite(node) || node.isBoolean() || node.isNull()) {
      out.append(node.asText());
    } else {
      throw new IllegalStateException("no JSON value: " + node);
    }
  }

  private static boolean isNotFinite(JsonNode node) {
    return (node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue());
  }

  private static boolean fits(JsonNode node, int depth) {
    if (!node.isContainerNode() || node.isEmpty()) {
      return true;
    }
    if (depth == 0) {
      return false;
    }
    for (JsonNode child : node) {
      if (!fits(child, depth - 1)) {
        return false;
      }
    }
    return true;
  }

  private void line(int indent) {
    out.append('\n').repeat("  ", indent);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || isLone(text, i)) {
            escape(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Whether a surrogate lacks its other half; UTF-8 cannot carry it. */
  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }
}
