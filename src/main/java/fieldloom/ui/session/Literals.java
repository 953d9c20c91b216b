package fieldloom.ui.session;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import fieldloom.model.FieldType;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns what people type as a fixed value into what a formula writes. */
public final class Literals {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private Literals() {}

  /**
   * The literal of a typed value: a number or a truth value as it is where the field holds such,
   * text in quotes otherwise.
   */
  public static String of(String typed, FieldType type) {
    String text = typed.strip();
    if (type.isNumber() && NUMBER.matcher(text).matches()) {
      return text;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    if (type == FieldType.BOOLEAN && (upper.equals("TRUE") || upper.equals("FALSE"))) {
      return upper;
    }
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(typed)) + "\"";
  }

  /** What to type for a literal: text without its quotes. */
  public static String typed(String literal) {
    boolean plain =
        literal.length() > 1
            && literal.startsWith("\"")
            && literal.endsWith("\"")
            && literal.indexOf('\\') < 0;
    return plain ? literal.substring(1, literal.length() - 1) : literal;
  }
}
