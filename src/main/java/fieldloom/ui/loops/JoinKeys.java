package fieldloom.ui.loops;

import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.FormulaText.Kind;
import fieldloom.ui.session.FormulaText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The condition of a join as pairs of keys that must be equal. */
final class JoinKeys {
  private static final Set<String> LOOSE = Set.of("!=", "<", ">", "<=", ">=");

  private JoinKeys() {}

  /** Two formulas of which each gives a key. */
  record Pair(String left, String right) {
    static final Pair EMPTY = new Pair("", "");
  }

  /** The pairs of a condition; null where it says something else than that keys are equal. */
  static @Nullable List<Pair> read(String on) {
    if (on.isBlank()) {
      return List.of(Pair.EMPTY);
    }
    List<Pair> pairs = new ArrayList<>();
    List<Token> tokens = FormulaText.of(on).tokens();
    int depth = 0;
    int from = 0;
    int equals = -1;
    for (int i = 0; i <= tokens.size(); i++) {
      Token token = i < tokens.size() ? tokens.get(i) : null;
      boolean and = token == null || depth == 0 && isWord(token, "AND");
      if (and) {
        if (equals < 0) {
          return null;
        }
        int end = token == null ? on.length() : token.start();
        pairs.add(
            new Pair(
                on.substring(from, tokens.get(equals).start()).strip(),
                on.substring(tokens.get(equals).end(), end).strip()));
        from = token == null ? end : token.end();
        equals = -1;
        continue;
      }
      depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
      if (depth == 0 && token.kind() == Kind.OPERATOR && token.text().equals("==")) {
        if (equals >= 0) {
          return null;
        }
        equals = i;
      } else if (depth == 0 && isOther(token)) {
        return null;
      }
    }
    return pairs;
  }

  private static boolean isWord(Token token, String word) {
    return token.kind() == Kind.KEYWORD && token.text().equalsIgnoreCase(word);
  }

  private static boolean isOther(Token token) {
    return isWord(token, "OR")
        || isWord(token, "NOT")
        || token.kind() == Kind.OPERATOR && LOOSE.contains(token.text());
  }

  /** Whether a condition has nothing typed in it yet. */
  static boolean isEmpty(String on) {
    List<Pair> pairs = read(on);
    return pairs != null && pairs.stream().allMatch(JoinKeys::isEmpty);
  }

  /** The condition that all pairs are equal, half typed ones with it. */
  static String typed(List<Pair> pairs) {
    return pairs.stream()
        .map(p -> p.left().strip() + " == " + p.right().strip())
        .collect(Collectors.joining(" AND "));
  }

  /** A condition without the pairs of which nothing is typed. */
  static String finished(String on) {
    List<Pair> pairs = read(on);
    if (pairs == null || pairs.stream().noneMatch(JoinKeys::isEmpty)) {
      return on.strip();
    }
    return typed(pairs.stream().filter(p -> !isEmpty(p)).toList());
  }

  private static boolean isEmpty(Pair pair) {
    return pair.left().isBlank() && pair.right().isBlank();
  }
}
