package fieldloom.ui.session;

import fieldloom.model.Path;
import fieldloom.model.formula.FormulaPrinter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a row of tokens, also one that is half typed: what colours it, what finds and
 * rewrites its paths. Never fails; what it cannot read is a token of its own kind. Positions are
 * char indices from 0.
 */
public final class FormulaText {
  private static final String ITEM_AT = "ITEM_AT";
  private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "TRUE", "FALSE", "NULL");

  private final String text;
  private final List<Token> tokens;
  private final Set<String> lambdaNames;

  private FormulaText(String text) {
    this.text = text;
    this.tokens = List.copyOf(new Scanner(text).scan());
    this.lambdaNames = lambdaNames(tokens);
  }

  public static FormulaText of(String text) {
    return new FormulaText(text);
  }

  /** What a token is. */
  public enum Kind {
    FUNCTION,
    PATH,
    /** A path behind a closing bracket: {@code .sku} of {@code FIRST(x).sku}. */
    MEMBER,
    NUMBER,
    TEXT,
    KEYWORD,
    OPERATOR,
    ARROW,
    OPEN,
    CLOSE,
    COMMA,
    BROKEN;

    /** The class that colours such a token in the designer's style sheets. */
    public String styleClass() {
      return switch (this) {
        case FUNCTION, KEYWORD -> "f-fn";
        case PATH, MEMBER -> "f-path";
        case NUMBER -> "f-num";
        case TEXT -> "f-str";
        case OPERATOR, ARROW, OPEN, CLOSE, COMMA -> "f-op";
        case BROKEN -> "f-broken";
      };
    }
  }

  /** A token and where it stands; {@code end} is exclusive. */
  public record Token(Kind kind, int start, int end, String text) {}

  public List<Token> tokens() {
    return tokens;
  }

  /** Paths in order of appearance, names of lambda parameters left out. */
  public List<Path> paths() {
    return reads().stream().map(Read::path).toList();
  }

  /**
   * A path that the text reads.
   *
   * @param place the number of the place that {@code ITEM_AT} takes of the list there; 0 where the
   *     path itself is read
   */
  public record Read(Path path, int place) {}

  /** As {@link #paths()}, with the places that are taken of lists. */
  public List<Read> reads() {
    List<Read> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Path path = pathAt(i);
      if (!path.isEmpty()) {
        found.add(new Read(path, place(i, path)));
      }
    }
    return found;
  }

  /** The path that a token reads; empty where it is something else. */
  private Path pathAt(int at) {
    boolean member = kind(at + 1) == Kind.OPERATOR && tokens.get(at + 1).text().equals(":");
    Path path = kind(at) == Kind.PATH && !member ? readable(tokens.get(at).text()) : Path.EMPTY;
    boolean own = !path.isEmpty() && lambdaNames.contains(path.steps().getFirst().name());
    return own ? Path.EMPTY : path;
  }

  /** Whether the text takes one place of a list and does nothing else. */
  public boolean isPlainPlace() {
    List<Read> reads = reads();
    if (reads.size() != 1 || reads.getFirst().place() == 0) {
      return false;
    }
    // ITEM_AT ( row , 3 ), or with FIRST ( ) around the path.
    boolean first = reads.getFirst().path().last().arrays() > 0;
    return tokens.size() == (first ? 9 : 6);
  }

  /** The place taken of the list that the path at a token is, or of the first of several lists. */
  private int place(int at, Path path) {
    boolean many = path.last().arrays() > 0;
    if (!many) {
      return isCall(at - 2, ITEM_AT) ? number(at + 1) : 0;
    }
    boolean first = isCall(at - 2, "FIRST") && isCall(at - 4, ITEM_AT);
    return first && kind(at + 1) == Kind.CLOSE ? number(at + 2) : 0;
  }

  private boolean isCall(int at, String function) {
    return kind(at) == Kind.FUNCTION
        && kind(at + 1) == Kind.OPEN
        && tokens.get(at).text().equalsIgnoreCase(function);
  }

  /** The whole number behind a comma and before the closing bracket; 0 where none stands there. */
  private int number(int comma) {
    boolean stands =
        kind(comma) == Kind.COMMA
            && kind(comma + 1) == Kind.NUMBER
            && kind(comma + 2) == Kind.CLOSE;
    return stands && tokens.get(comma + 1).text().matches("[1-9]\\d{0,4}")
        ? Integer.parseInt(tokens.get(comma + 1).text())
        : 0;
  }

  private @Nullable Kind kind(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).kind() : null;
  }

  /** Functions called, in order of appearance, upper case. */
  public List<String> functions() {
    return tokens.stream()
        .filter(t -> t.kind() == Kind.FUNCTION)
        .map(t -> t.text().toUpperCase(Locale.ROOT))
        .toList();
  }

  /** Whether the text is a path and nothing else. */
  public boolean isPlainPath() {
    return tokens.size() == 1 && tokens.getFirst().kind() == Kind.PATH && paths().size() == 1;
  }

  /** Whether the text is one literal: a text, a number, TRUE, FALSE or NULL. */
  public boolean isLiteral() {
    if (tokens.size() == 2 && tokens.getFirst().text().equals("-")) {
      return tokens.get(1).kind() == Kind.NUMBER;
    }
    return tokens.size() == 1
        && switch (tokens.getFirst().kind()) {
          case TEXT, NUMBER -> true;
          case KEYWORD ->
              !Set.of("AND", "OR", "NOT")
                  .contains(tokens.getFirst().text().toUpperCase(Locale.ROOT));
          case FUNCTION, PATH, MEMBER, OPERATOR, ARROW, OPEN, CLOSE, COMMA, BROKEN -> false;
        };
  }

  /** The text with each path replaced; everything else stays as it was typed. */
  public String rewrite(UnaryOperator<Path> change) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Path path = pathAt(i);
      Path changed = path.isEmpty() ? path : change.apply(path);
      if (!changed.equals(path)) {
        out.append(text, done, token.start()).append(FormulaPrinter.path(changed));
        done = token.end();
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  private static Path readable(String text) {
    try {
      return Path.parse(text);
    } catch (IllegalArgumentException e) {
      // A path that is half typed names nothing yet.
      return Path.EMPTY;
    }
  }

  private static Set<String> lambdaNames(List<Token> tokens) {
    Set<String> names = new HashSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Kind.ARROW) {
        continue;
      }
      int before = i - 1;
      if (tokens.get(before).kind() == Kind.CLOSE) {
        while (before > 0 && tokens.get(before).kind() != Kind.OPEN) {
          before--;
        }
      }
      for (Token token : tokens.subList(before, i)) {
        if (token.kind() == Kind.PATH || token.kind() == Kind.KEYWORD) {
          readable(token.text()).steps().forEach(s -> names.add(s.name()));
        }
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Cuts the text. */
  private static final class Scanner {
    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    List<Token> scan() {
      while (at < text.length()) {
        int c = text.codePointAt(at);
        if (isSpace(c) || c == '=' && found.isEmpty() && !follows("==")) {
          at++;
        } else {
          token(c);
        }
      }
      return found;
    }

    private void token(int c) {
      int start = at;
      if (c == '"') {
        text();
      } else if (c >= '0' && c <= '9') {
        number();
      } else if (c == '.' && endsValue()) {
        at++;
        path();
        add(Kind.MEMBER, start);
      } else if (c == '`' || isNameStart(c)) {
        path();
        add(nameKind(start), start);
      } else {
        symbol(c);
      }
    }

    /** Whether a value stands before that is no path, so that a dot reads a member of it. */
    private boolean endsValue() {
      Kind last = found.isEmpty() ? Kind.BROKEN : found.getLast().kind();
      return last == Kind.CLOSE || last == Kind.TEXT || last == Kind.NUMBER;
    }

    private Kind nameKind(int start) {
      String name = text.substring(start, at);
      int next = at;
      while (next < text.length() && isSpace(text.charAt(next))) {
        next++;
      }
      boolean keyword = KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
      if (!keyword && next < text.length() && text.charAt(next) == '(') {
        return Kind.FUNCTION;
      }
      return keyword ? Kind.KEYWORD : Kind.PATH;
    }

    private void text() {
      int start = at++;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      boolean closed = at < text.length();
      at = Math.min(text.length(), at + 1);
      add(closed ? Kind.TEXT : Kind.BROKEN, start);
    }

    private void number() {
      int start = at;
      while (at < text.length()
          && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.' && !nameAt(at + 1))) {
        at++;
      }
      if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
        int digits = at + 1;
        if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
          digits++;
        }
        if (digits < text.length() && Character.isDigit(text.charAt(digits))) {
          at = digits;
          while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
          }
        }
      }
      add(Kind.NUMBER, start);
    }

    private void path() {
      while (at < text.length()) {
        int c = text.codePointAt(at);
        if (c == '`') {
          quoted();
        } else if (follows("[]")) {
          at += 2;
        } else if (c == '.' || c == '@' || c == '#' || Path.isNamePart(c)) {
          at += Character.charCount(c);
        } else {
          return;
        }
      }
    }

    private void quoted() {
      at++;
      while (at < text.length() && (text.charAt(at) != '`' || follows("``"))) {
        at += text.charAt(at) == '`' ? 2 : 1;
      }
      at = Math.min(text.length(), at + 1);
    }

    private void symbol(int c) {
      int start = at;
      if (follows("->")) {
        at += 2;
        add(Kind.ARROW, start);
      } else if (c == '→') {
        at++;
        add(Kind.ARROW, start);
      } else if (follows("==") || follows("!=") || follows("<=") || follows(">=")) {
        at += 2;
        add(Kind.OPERATOR, start);
      } else {
        at += Character.charCount(c);
        add(
            switch (c) {
              case '(', '[', '{' -> Kind.OPEN;
              case ')', ']', '}' -> Kind.CLOSE;
              case ',' -> Kind.COMMA;
              case '+', '-', '*', '/', '&', '<', '>', ':' -> Kind.OPERATOR;
              default -> Kind.BROKEN;
            },
            start);
      }
    }

    private boolean follows(String what) {
      return text.startsWith(what, at);
    }

    private boolean nameAt(int i) {
      return i < text.length() && (text.charAt(i) == '`' || isNameStart(text.codePointAt(i)));
    }

    /** White space as the parser skips it, also the kind that does not break. */
    private static boolean isSpace(int c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    private static boolean isNameStart(int c) {
      return Character.isUnicodeIdentifierStart(c) || c == '_' || c == '$' || c == '@' || c == '#';
    }

    private void add(Kind kind, int start) {
      found.add(new Token(kind, start, at, text.substring(start, at)));
    }
  }
}
