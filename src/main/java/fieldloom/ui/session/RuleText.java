package fieldloom.ui.session;

import fieldloom.model.Each;
import fieldloom.model.Rule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All of a rule in one text, to be read and typed: what gives the value, or the line of a loop, and
 * behind it {@code when} and the condition.
 *
 * <pre>{@code
 * RuleText.split("order.remark when order.total > 0");  // order.remark, order.total > 0
 * RuleText.split("order.when");                         // order.when, null
 * }</pre>
 *
 * @param body the text without its condition
 * @param word char index of {@code when}; -1 where there is none
 * @param when the condition; null where there is none, "" where nothing is behind {@code when}
 * @param whenFrom char index of the condition
 */
public record RuleText(String body, int word, @Nullable String when, int whenFrom) {
  private static final String WHEN = "when";

  /** The text of a rule as it is. */
  public static String of(Rule rule) {
    String expression = rule.expression();
    Each each = rule.each();
    String body = expression != null ? expression : each == null ? "" : LoopText.of(each);
    return rule.when() == null ? body : body + " " + WHEN + " " + rule.when();
  }

  /** Takes a text apart; also one that is half typed. */
  public static RuleText split(String text) {
    List<FormulaText.Token> tokens = FormulaText.of(text).tokens();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      FormulaText.Token token = tokens.get(i);
      switch (token.kind()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        case PATH, FUNCTION -> {
          if (depth == 0 && isWhen(tokens, i)) {
            String when = text.substring(token.end());
            int blank = when.length() - when.stripLeading().length();
            return new RuleText(
                text.substring(0, token.start()).strip(),
                token.start(),
                when.strip(),
                token.end() + blank);
          }
        }
        case MEMBER, NUMBER, TEXT, KEYWORD, COMMA, OPERATOR, ARROW, BROKEN -> {}
      }
    }
    return new RuleText(text.strip(), -1, null, -1);
  }

  /** A name behind a value is no formula: the word is meant. */
  private static boolean isWhen(List<FormulaText.Token> tokens, int at) {
    if (at == 0 || !tokens.get(at).text().toLowerCase(Locale.ROOT).equals(WHEN)) {
      return false;
    }
    FormulaText.Token before = tokens.get(at - 1);
    return switch (before.kind()) {
      case PATH -> at > 1 || !before.text().toLowerCase(Locale.ROOT).equals("each");
      case MEMBER, NUMBER, TEXT, CLOSE -> true;
      case KEYWORD ->
          List.of("TRUE", "FALSE", "NULL").contains(before.text().toUpperCase(Locale.ROOT));
      case FUNCTION, OPEN, COMMA, OPERATOR, ARROW, BROKEN -> false;
    };
  }

  /**
   * What is wrong with a text; null where nothing is.
   *
   * @param loop whether it is meant as the line of a loop
   * @param old the loop that is changed; null where there is none
   */
  public static @Nullable TextFault fault(String text, boolean loop, @Nullable Each old) {
    RuleText parts = split(text);
    String before = parts.word < 0 ? text : text.substring(0, parts.word);
    TextFault fault = loop ? TextFault.ofLoop(before, old) : TextFault.ofFormula(before);
    if (fault != null || parts.when == null) {
      return fault;
    }
    if (parts.when.isEmpty()) {
      return new TextFault(parts.word, Words.get("when.empty"));
    }
    TextFault condition = TextFault.ofFormula(parts.when);
    return condition == null || condition.from() < 0
        ? condition
        : new TextFault(parts.whenFrom + condition.from(), condition.sentence());
  }
}
