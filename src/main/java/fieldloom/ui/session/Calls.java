package fieldloom.ui.session;

import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.ui.session.FormulaText.Kind;
import fieldloom.ui.session.FormulaText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of functions in a formula, also in one that is half typed. */
final class Calls {
  /** Which argument names a lookup table, counted from 0. */
  private static final Map<String, Integer> TABLES =
      Map.of(
          "LOOKUP", 0,
          "EXISTS_IN", 0,
          "LOOKUP_RANGE", 0,
          "WORKDAYS", 2,
          "WORKDAY_ADD", 2,
          "CONVERT_UNIT", 3,
          "CONVERT_CURRENCY", 3);

  private Calls() {}

  /** A part of a text, its end exclusive. */
  record Span(int from, int to) {
    String of(String text) {
      return text.substring(from, to).strip();
    }
  }

  /**
   * A call.
   *
   * @param name the function, upper case
   * @param at where the name stands
   */
  record Call(String name, Span at, List<Span> arguments) {}

  /** The calls in order of their names; one without its closing bracket is none. */
  static List<Call> of(String text) {
    List<Token> tokens = FormulaText.of(text).tokens();
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.FUNCTION && tokens.get(i + 1).kind() == Kind.OPEN) {
        List<Span> arguments = arguments(tokens, i + 1);
        if (arguments != null) {
          Token name = tokens.get(i);
          calls.add(
              new Call(
                  name.text().toUpperCase(Locale.ROOT),
                  new Span(name.start(), name.end()),
                  arguments));
        }
      }
    }
    return calls;
  }

  private static @Nullable List<Span> arguments(List<Token> tokens, int open) {
    List<Span> arguments = new ArrayList<>();
    int depth = 0;
    int from = tokens.get(open).end();
    for (int i = open + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean close = token.kind() == Kind.CLOSE;
      if (depth == 0 && (close || token.kind() == Kind.COMMA)) {
        if (!close || i > open + 1) {
          arguments.add(new Span(from, token.start()));
        }
        if (close) {
          return arguments;
        }
        from = token.end();
      }
      depth += token.kind() == Kind.OPEN ? 1 : close ? -1 : 0;
    }
    return null;
  }

  /** Where the name of a lookup table stands as an argument of a call; null where none does. */
  static @Nullable Span tableOf(Call call) {
    Integer at = TABLES.get(call.name());
    return at == null || at >= call.arguments().size() ? null : call.arguments().get(at);
  }

  /** Whether an argument is that very text. */
  static boolean isText(String formula, Span argument, String value) {
    return value.equals(textOf(formula, argument));
  }

  /** The text that an argument is; null where it is none, or half typed. */
  static @Nullable String textOf(String formula, Span argument) {
    try {
      return FormulaParser.parse(argument.of(formula)) instanceof Formula.Text text
          ? text.value()
          : null;
    } catch (FormulaException e) {
      // What is half typed names nothing yet.
      return null;
    }
  }

  /** A text as a formula writes it. */
  static String literal(String value) {
    return FormulaPrinter.print(new Formula.Text(value, Formula.Pos.START));
  }

  /** The formula with parts replaced; a part for which nothing is given stays. */
  static String replaced(String formula, Function<Call, @Nullable Span> part, String by) {
    List<Span> spans = new ArrayList<>();
    for (Call call : of(formula)) {
      Span span = part.apply(call);
      if (span != null) {
        spans.add(span);
      }
    }
    spans.sort((a, b) -> b.from() - a.from());
    String text = formula;
    for (Span span : spans) {
      String old = text.substring(span.from(), span.to());
      String lead = old.substring(0, old.length() - old.stripLeading().length());
      String tail = old.isBlank() ? "" : old.substring(old.stripTrailing().length());
      text = text.substring(0, span.from()) + lead + by + tail + text.substring(span.to());
    }
    return text;
  }
}
