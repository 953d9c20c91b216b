package fieldloom.ui.canvas;

import fieldloom.model.Path;
import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.FormulaText.Kind;
import fieldloom.ui.session.FormulaText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says a formula in a few words: as the steps a value takes ({@code × 100 · ROUND 2}), or as its
 * outermost function with the rest folded ({@code ROUND, qty × price}).
 */
final class FormulaWords {
  private static final List<Set<String>> LOOSE_TO_TIGHT =
      List.of(
          Set.of("OR"),
          Set.of("AND"),
          Set.of("==", "!=", "<", "<=", ">", ">="),
          Set.of("&"),
          Set.of("+", "-"),
          Set.of("*", "/"));

  private FormulaWords() {}

  /**
   * One step.
   *
   * @param name function or operator
   * @param detail what else it is given; "" where nothing
   */
  record Step(String name, String detail) {}

  /** The steps that a formula of one field takes, the innermost first. */
  static List<Step> steps(String formula) {
    List<Step> steps = new ArrayList<>();
    collect(FormulaText.of(formula).tokens(), steps);
    return steps.isEmpty() ? List.of(new Step("ƒ", "")) : steps;
  }

  private static void collect(List<Token> tokens, List<Step> steps) {
    if (tokens.size() < 2) {
      if (tokens.size() == 1 && tokens.getFirst().kind() != Kind.PATH) {
        steps.add(new Step(folded(tokens), ""));
      }
    } else if (isCall(tokens)) {
      call(tokens, steps);
    } else if (tokens.getFirst().kind() == Kind.OPEN && closing(tokens, 0) == tokens.size() - 1) {
      collect(tokens.subList(1, tokens.size() - 1), steps);
    } else {
      operator(tokens, steps);
    }
  }

  private static void call(List<Token> tokens, List<Step> steps) {
    List<List<Token>> args = arguments(tokens);
    List<List<Token>> reading = args.stream().filter(FormulaWords::reads).toList();
    if (reading.size() == 1) {
      collect(reading.getFirst(), steps);
    }
    List<String> rest = new ArrayList<>();
    for (List<Token> arg : args) {
      if (reading.size() != 1 || arg != reading.getFirst()) {
        rest.add(folded(arg));
      }
    }
    steps.add(new Step(name(tokens), String.join(", ", rest)));
  }

  private static void operator(List<Token> tokens, List<Step> steps) {
    int at = loosest(tokens);
    if (at > 0) {
      List<Token> left = tokens.subList(0, at);
      List<Token> right = tokens.subList(at + 1, tokens.size());
      String symbol = symbol(tokens.get(at));
      if (reads(left) && !reads(right)) {
        collect(left, steps);
        steps.add(new Step(symbol, folded(right)));
        return;
      }
      if (reads(right) && !reads(left)) {
        collect(right, steps);
        steps.add(new Step(folded(left) + " " + symbol, ""));
        return;
      }
    }
    steps.add(new Step(folded(tokens), ""));
  }

  /** The outermost function; {@code ƒ} where the formula is no single call. */
  static String function(String formula) {
    List<Token> tokens = FormulaText.of(formula).tokens();
    return isCall(tokens) ? name(tokens) : "ƒ";
  }

  /** The formula without its outermost function and that one's plain arguments. */
  static String inner(String formula) {
    List<Token> tokens = FormulaText.of(formula).tokens();
    if (!isCall(tokens)) {
      return folded(tokens);
    }
    List<List<Token>> args = arguments(tokens);
    boolean inputsOnly = args.stream().allMatch(a -> a.size() == 1);
    if (inputsOnly) {
      return "";
    }
    List<String> parts =
        args.stream().filter(FormulaWords::reads).map(FormulaWords::folded).toList();
    return String.join(", ", parts);
  }

  private static boolean isCall(List<Token> tokens) {
    return tokens.size() > 2
        && tokens.getFirst().kind() == Kind.FUNCTION
        && tokens.get(1).kind() == Kind.OPEN
        && closing(tokens, 1) == tokens.size() - 1;
  }

  private static String name(List<Token> tokens) {
    return tokens.getFirst().text().toUpperCase(Locale.ROOT);
  }

  private static List<List<Token>> arguments(List<Token> call) {
    List<List<Token>> args = new ArrayList<>();
    int depth = 0;
    int from = 2;
    for (int i = 2; i < call.size(); i++) {
      Kind kind = call.get(i).kind();
      if (depth == 0 && (kind == Kind.COMMA || i == call.size() - 1)) {
        if (i > from) {
          args.add(call.subList(from, i));
        }
        from = i + 1;
      }
      depth += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
    }
    return args;
  }

  private static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      depth += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The last of the loosest binary operators outside parentheses; -1 where there is none. */
  private static int loosest(List<Token> tokens) {
    for (Set<String> operators : LOOSE_TO_TIGHT) {
      int depth = 0;
      for (int i = tokens.size() - 1; i > 0; i--) {
        Kind kind = tokens.get(i).kind();
        depth += kind == Kind.CLOSE ? 1 : kind == Kind.OPEN ? -1 : 0;
        boolean operator = kind == Kind.OPERATOR || kind == Kind.KEYWORD;
        if (depth == 0
            && operator
            && operators.contains(tokens.get(i).text().toUpperCase(Locale.ROOT))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean reads(List<Token> tokens) {
    return tokens.stream().anyMatch(t -> t.kind() == Kind.PATH);
  }

  private static String symbol(Token token) {
    return switch (token.text()) {
      case "*" -> "×";
      case "/" -> "÷";
      case "-" -> "−";
      default -> token.text();
    };
  }

  /** The tokens with short names and typographic signs. */
  private static String folded(List<Token> tokens) {
    if (tokens.size() == 1 && tokens.getFirst().kind() == Kind.TEXT) {
      String text = tokens.getFirst().text();
      return text.substring(1, text.length() - 1);
    }
    StringBuilder out = new StringBuilder();
    for (Token token : tokens) {
      switch (token.kind()) {
        case PATH -> out.append(shortName(token.text()));
        case OPERATOR, ARROW, KEYWORD -> spaced(out, symbol(token));
        case COMMA -> out.append(", ");
        case FUNCTION, MEMBER, NUMBER, TEXT, OPEN, CLOSE, BROKEN -> out.append(token.text());
      }
    }
    return out.toString().strip();
  }

  private static void spaced(StringBuilder out, String text) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
    out.append(text).append(' ');
  }

  private static String shortName(String path) {
    try {
      return Path.parse(path).last().name();
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /** A condition or a key with short names, as a loop's pill shows it. */
  static String condition(String formula) {
    return folded(FormulaText.of(formula).tokens());
  }
}
