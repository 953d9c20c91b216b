package fieldloom.database;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The constants among the defaults of columns. */
public final class SqlDefaults {
  private static final Pattern TEXT =
      Pattern.compile("[NnEe]?'((?:[^']|'')*)'(?:::[\\w \"().\\[\\]]+)?");
  private static final Pattern NUMBER =
      Pattern.compile("'?([+-]?\\d{1,1000}(?:\\.\\d{1,1000})?)'?(?:::[\\w \"().]+)?");

  private SqlDefaults() {}

  /**
   * The default as JSON text.
   *
   * @param expression as the database gives it, such as {@code 'x'::character varying}
   * @return null where it is no constant that the type can hold
   */
  public static @Nullable String json(@Nullable String expression, Storage storage) {
    if (expression == null) {
      return null;
    }
    String text = unwrapped(expression.strip());
    return switch (storage) {
      case WHOLE, EXACT, SINGLE, DOUBLE -> {
        Matcher number = NUMBER.matcher(text);
        yield number.matches() ? new BigDecimal(number.group(1)).toPlainString() : null;
      }
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "'1'", "b'1'", "'t'" -> "true";
            case "false", "0", "'0'", "b'0'", "'f'" -> "false";
            default -> null;
          };
      case TEXT, PADDED, UUID, OTHER, DATE -> {
        Matcher quoted = TEXT.matcher(text);
        yield quoted.matches()
            ? TextNode.valueOf(quoted.group(1).replace("''", "'")).toString()
            : null;
      }
      case TIME, ZONED_TIME, DATETIME, ZONED_DATETIME, MOMENT, BYTES, JSON, ARRAY -> null;
    };
  }

  /** Without the parentheses that SQL Server puts around defaults. */
  private static String unwrapped(String text) {
    String bare = text;
    while (bare.startsWith("(") && bare.endsWith(")") && !bare.equals("()")) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    return bare;
  }
}
