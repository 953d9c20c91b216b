package fieldloom.ui.session;

import java.util.List;
import java.util.Locale;

/**
 * A formula in two parts: what gives the value, and what stands in where that is absent or null.
 * Both are kept as they are typed, valid or not.
 *
 * <pre>{@code
 * Defaulted.of("DEFAULT(line.price, 0)");    // line.price, 0
 * Defaulted.of("line.price");                // line.price, ""
 * }</pre>
 *
 * @param value the formula without its default
 * @param otherwise the formula of the default; "" where there is none
 */
public record Defaulted(String value, String otherwise) {
  private static final String DEFAULT = "DEFAULT";

  public Defaulted {
    value = value.strip();
    otherwise = otherwise.strip();
  }

  /** Takes a formula apart; one that is no DEFAULT of two arguments has no default. */
  public static Defaulted of(String formula) {
    List<FormulaText.Token> tokens = FormulaText.of(formula).tokens();
    int comma = comma(tokens);
    if (comma < 0) {
      return new Defaulted(formula, "");
    }
    int end = tokens.get(comma).start();
    Defaulted parts =
        new Defaulted(
            formula.substring(tokens.get(1).end(), end),
            formula.substring(tokens.get(comma).end(), tokens.getLast().start()));
    boolean whole = !parts.value.isEmpty() && !parts.otherwise.isEmpty();
    return whole ? parts : new Defaulted(formula, "");
  }

  /** The one comma between the two arguments of a DEFAULT that is all of the formula; else -1. */
  private static int comma(List<FormulaText.Token> tokens) {
    boolean call =
        tokens.size() > 5
            && tokens.getFirst().kind() == FormulaText.Kind.FUNCTION
            && tokens.getFirst().text().toUpperCase(Locale.ROOT).equals(DEFAULT)
            && tokens.get(1).text().equals("(")
            && tokens.getLast().text().equals(")");
    if (!call) {
      return -1;
    }
    int depth = 0;
    int comma = -1;
    for (int i = 1; i < tokens.size(); i++) {
      switch (tokens.get(i).kind()) {
        case OPEN -> depth++;
        case CLOSE -> {
          depth--;
          if (depth == 0 && i < tokens.size() - 1) {
            return -1;
          }
        }
        case COMMA -> {
          if (depth == 1 && comma >= 0) {
            return -1;
          }
          comma = depth == 1 ? i : comma;
        }
        case FUNCTION, PATH, MEMBER, NUMBER, TEXT, KEYWORD, OPERATOR, ARROW, BROKEN -> {}
      }
    }
    return depth == 0 ? comma : -1;
  }

  /** Whether a formula brings a default of its own. */
  public static boolean isIn(String formula) {
    return !of(formula).otherwise.isEmpty();
  }

  /** Both parts as one formula; a default without a value is the value. */
  public String formula() {
    if (otherwise.isEmpty()) {
      return value;
    }
    return value.isEmpty() ? otherwise : DEFAULT + "(" + value + ", " + otherwise + ")";
  }
}
