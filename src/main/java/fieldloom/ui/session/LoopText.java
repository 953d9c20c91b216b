package fieldloom.ui.session;

import fieldloom.model.Each;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A loop in one line, to be read and typed: {@code each order.lines[] as line where line.qty > 0
 * order by line.no desc}.
 */
public final class LoopText {
  private final String text;
  private final List<FormulaText.Token> tokens;

  private LoopText(String text) {
    this.text = text;
    this.tokens = FormulaText.of(text).tokens();
  }

  /** The line of a loop; its joins, groups and what is distinct have no words in it. */
  public static String of(Each each) {
    StringBuilder line = new StringBuilder("each ").append(each.over());
    if (each.as() != null) {
      line.append(" as ").append(each.as());
    }
    if (each.where() != null) {
      line.append(" where ").append(each.where());
    }
    for (int i = 0; i < each.orderBy().size(); i++) {
      Each.OrderBy key = each.orderBy().get(i);
      line.append(i == 0 ? " order by " : ", ").append(key.by());
      line.append(key.descending() ? " desc" : "");
    }
    return line.toString();
  }

  /** All of a loop in few words, its parts apart: to be read only. */
  public static String show(Each each) {
    List<String> parts = new ArrayList<>();
    parts.add("each " + each.over() + (each.as() == null ? "" : " as " + each.as()));
    each.join().forEach(join -> parts.add("join " + join.with()));
    if (each.where() != null) {
      parts.add("where " + each.where());
    }
    if (each.distinct() != null) {
      parts.add(("distinct " + String.join(", ", each.distinct())).strip());
    }
    if (each.groupBy() != null) {
      parts.add(
          "group by "
              + String.join(", ", each.groupBy().keys().stream().map(k -> k.by()).toList()));
    }
    if (!each.orderBy().isEmpty()) {
      parts.add(
          "order by "
              + String.join(
                  ", ",
                  each.orderBy().stream()
                      .map(o -> o.by() + (o.descending() ? " desc" : ""))
                      .toList()));
    }
    return String.join(" · ", parts);
  }

  /** Whether a text is meant as a loop. */
  public static boolean isLoop(String text) {
    LoopText line = new LoopText(text);
    return !line.tokens.isEmpty() && line.isWord(0, "each");
  }

  /**
   * Reads a line. Without {@code each} before it, a text is the list only and the rest stays.
   *
   * @param old the loop that is changed, whose alias, joins and groups stay where the line does not
   *     speak of them; null where there is none yet
   * @throws FormulaException where a part cannot be read, with its place in the line
   */
  public static Each read(String text, @Nullable Each old) throws FormulaException {
    Each before = old == null ? new Each("", null) : old;
    LoopText line = new LoopText(text);
    return isLoop(text)
        ? line.read(before)
        : with(before, line.formula(0, text.length()), before.as());
  }

  private Each read(Each before) throws FormulaException {
    int as = find("as", 1);
    int where = find("where", 1);
    int order = findOrder();
    int overEnd = firstOf(as, where, order);
    String over = formula(tokens.getFirst().end(), start(overEnd));
    String alias = before.as();
    if (as > 0) {
      alias = text.substring(tokens.get(as).end(), start(firstOf(where, order))).strip();
      if (!alias.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
        throw new FormulaException(
            position(tokens.get(as).end()),
            "After “as” a name is expected, as in “as line”.",
            "Write letters and digits.");
      }
    }
    String condition =
        where > 0 ? formula(tokens.get(where).end(), start(firstOf(order, -1))) : null;
    return with(before, over, alias)
        .withWhere(condition)
        .withOrderBy(order > 0 ? keys(order, before) : List.of());
  }

  private static Each with(Each each, String over, @Nullable String alias) {
    return new Each(
        over,
        alias,
        each.join(),
        each.where(),
        each.distinct(),
        each.groupBy(),
        each.group(),
        each.orderBy());
  }

  private List<Each.OrderBy> keys(int order, Each before) throws FormulaException {
    List<Each.OrderBy> keys = new ArrayList<>();
    int from = tokens.get(order + 1).end();
    int depth = 0;
    for (int i = order + 2; i <= tokens.size(); i++) {
      FormulaText.Kind kind = i < tokens.size() ? tokens.get(i).kind() : FormulaText.Kind.COMMA;
      depth += kind == FormulaText.Kind.OPEN ? 1 : kind == FormulaText.Kind.CLOSE ? -1 : 0;
      if (kind == FormulaText.Kind.COMMA && (depth == 0 || i == tokens.size())) {
        boolean descending = isWord(i - 1, "desc");
        boolean ascending = isWord(i - 1, "asc");
        int end = descending || ascending ? tokens.get(i - 1).start() : start(i);
        keys.add(key(formula(from, end), descending, before));
        from = i < tokens.size() ? tokens.get(i).end() : end;
      }
    }
    return keys;
  }

  /** The key with what it had beside its direction. */
  private static Each.OrderBy key(String by, boolean descending, Each before) {
    for (Each.OrderBy known : before.orderBy()) {
      if (known.by().equals(by)) {
        return new Each.OrderBy(by, descending, known.locale(), known.extras());
      }
    }
    return new Each.OrderBy(by, descending);
  }

  /** A part of the line that must be a formula. */
  private String formula(int from, int to) throws FormulaException {
    String part = text.substring(from, Math.max(from, to));
    try {
      FormulaParser.parse(part.strip());
    } catch (FormulaException e) {
      int skipped = from + (part.length() - part.stripLeading().length());
      Formula.Pos at = new Formula.Pos(1, position(skipped).column() + e.pos().column() - 1);
      throw new FormulaException(at, e.getMessage(), e.remedy());
    }
    return part.strip();
  }

  private Formula.Pos position(int index) {
    return new Formula.Pos(1, text.codePointCount(0, Math.min(index, text.length())) + 1);
  }

  private int start(int token) {
    return token < 0 || token >= tokens.size() ? text.length() : tokens.get(token).start();
  }

  private static int firstOf(int... places) {
    int first = -1;
    for (int place : places) {
      first = place > 0 && (first < 0 || place < first) ? place : first;
    }
    return first;
  }

  /** Where a word stands outside of all brackets; -1 where it does not. */
  private int find(String word, int from) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      FormulaText.Kind kind = tokens.get(i).kind();
      depth += kind == FormulaText.Kind.OPEN ? 1 : kind == FormulaText.Kind.CLOSE ? -1 : 0;
      if (i >= from && depth == 0 && isWord(i, word)) {
        return i;
      }
    }
    return -1;
  }

  private int findOrder() {
    for (int at = find("order", 1); at > 0; at = find("order", at + 1)) {
      if (isWord(at + 1, "by")) {
        return at;
      }
    }
    return -1;
  }

  private boolean isWord(int token, String word) {
    if (token < 0 || token >= tokens.size()) {
      return false;
    }
    FormulaText.Kind kind = tokens.get(token).kind();
    boolean name = kind == FormulaText.Kind.PATH || kind == FormulaText.Kind.FUNCTION;
    return name && tokens.get(token).text().toLowerCase(Locale.ROOT).equals(word);
  }
}
