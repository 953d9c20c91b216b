package fieldloom.database.sql;

import fieldloom.database.sql.SqlToken.Kind;

/**
 * Cuts SQL of any of the known databases into words, one at a time; comments are passed over. Where
 * two databases differ, what stands around a character decides: {@code text[]} is an array, {@code
 * [Order No]} a name.
 */
public final class SqlLexer {
  private final String text;
  private final boolean mysql;
  private int at;
  private int line = 1;
  private int counted;
  private int columnThere = 1;

  /**
   * @param mysql whether a backslash escapes within texts and {@code #} begins a comment
   */
  public SqlLexer(String text, boolean mysql) {
    this.text = text;
    this.mysql = mysql;
  }

  /** The next word; {@link Kind#END} again and again at the end. */
  public SqlToken next() throws SqlSyntaxException {
    skipBlanks();
    if (at >= text.length()) {
      return token(Kind.END, "", at);
    }
    char c = text.charAt(at);
    return switch (c) {
      case '\'' -> quoted(Kind.TEXT, at, '\'', mysql);
      case '"' -> quoted(Kind.NAME, at, '"', false);
      case '`' -> quoted(Kind.NAME, at, '`', false);
      case '[' -> isBracketName() ? quoted(Kind.NAME, at, ']', false) : symbol();
      case '$' -> dollar();
      default -> {
        if (isDigit(c) || c == '.' && isDigit(peek(1))) {
          yield number();
        }
        yield isNamePart(at) ? word() : symbol();
      }
    };
  }

  /** Passes over the rest of the line. */
  public String restOfLine() {
    int end = text.indexOf('\n', at);
    String rest = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end;
    return rest.strip();
  }

  /** Passes over lines up to and including the one that starts so, whatever its case. */
  public void skipThroughLine(String start) {
    while (at < text.length()) {
      String rest = restOfLine();
      if (at < text.length()) {
        newLine(at++);
      }
      if (rest.regionMatches(true, 0, start, 0, start.length())) {
        return;
      }
    }
  }

  /** The text from one word to another, both included. */
  public String source(SqlToken from, SqlToken to) {
    return text.substring(from.start(), to.end());
  }

  private void skipBlanks() throws SqlSyntaxException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        newLine(at++);
      } else if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0') {
        at++;
      } else if (c == '-' && peek(1) == '-' || c == '#' && (mysql || isFirst(at))) {
        restOfLine();
      } else if (c == '/' && peek(1) == '*') {
        comment();
      } else {
        return;
      }
    }
  }

  private void comment() throws SqlSyntaxException {
    SqlToken open = token(Kind.SYMBOL, "/*", at + 2);
    int depth = 1;
    while (depth > 0) {
      if (at >= text.length()) {
        throw new SqlSyntaxException("a comment is opened that is never closed", open);
      }
      char c = text.charAt(at);
      if (c == '*' && peek(1) == '/') {
        depth--;
        at += 2;
      } else if (c == '/' && peek(1) == '*' && !mysql) {
        depth++;
        at += 2;
      } else if (c == '\n') {
        newLine(at++);
      } else {
        at++;
      }
    }
  }

  /**
   * A text or name in quotes.
   *
   * @param from where it starts, with what stands before its quote
   */
  private SqlToken quoted(Kind kind, int from, char close, boolean escapes)
      throws SqlSyntaxException {
    StringBuilder inside = new StringBuilder();
    int startLine = line;
    int startColumn = column(from);
    boolean first = isFirst(from);
    int i = at + 1;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == close) {
        if (i + 1 < text.length() && text.charAt(i + 1) == close) {
          i++;
        } else {
          break;
        }
      } else if (c == '\\' && escapes && i + 1 < text.length()) {
        i++;
        inside.append(unescaped(text.charAt(i)));
        continue;
      } else if (c == '\n') {
        newLine(i);
      }
      inside.append(c);
    }
    if (i >= text.length()) {
      throw new SqlSyntaxException(
          "a quote is opened that is never closed", startLine, startColumn);
    }
    at = i + 1;
    return new SqlToken(kind, inside.toString(), from, at, startLine, startColumn, first);
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '0' -> '\0';
      default -> c;
    };
  }

  /** {@code $$ … $$} of PostgreSQL, with or without a name between the signs. */
  private SqlToken dollar() throws SqlSyntaxException {
    int end = at + 1;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != '$') {
      return word();
    }
    String mark = text.substring(at, end + 1);
    SqlToken open = token(Kind.TEXT, "", end + 1);
    int close = text.indexOf(mark, at);
    if (close < 0) {
      throw new SqlSyntaxException("a text is opened with " + mark + " that is never closed", open);
    }
    String inside = text.substring(at, close);
    for (int i = at; i < close; i++) {
      if (text.charAt(i) == '\n') {
        newLine(i);
      }
    }
    at = close + mark.length();
    return new SqlToken(
        Kind.TEXT, inside, open.start(), at, open.line(), open.column(), open.first());
  }

  private SqlToken word() throws SqlSyntaxException {
    int end = at + 1;
    while (end < text.length() && isNamePart(end)) {
      end++;
    }
    String word = text.substring(at, end);
    boolean quote = end < text.length() && text.charAt(end) == '\'';
    if (quote && word.length() == 1 && "nNeEbBxX".contains(word)) {
      int from = at;
      at = end;
      return quoted(Kind.TEXT, from, '\'', mysql || word.equalsIgnoreCase("e"));
    }
    return token(Kind.WORD, word, end);
  }

  private SqlToken number() {
    int end = at;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return token(Kind.NUMBER, text.substring(at, end), end);
  }

  private SqlToken symbol() {
    return token(Kind.SYMBOL, String.valueOf(text.charAt(at)), at + 1);
  }

  private SqlToken token(Kind kind, String word, int end) {
    SqlToken token = new SqlToken(kind, word, at, end, line, column(at), isFirst(at));
    at = end;
    return token;
  }

  /** Whether a bracket opens a name rather than an array's size. */
  private boolean isBracketName() {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = peek(1);
    boolean behindType = Character.isLetterOrDigit(before) || before == ')' || before == '"';
    return !behindType && after != ']' && after != '\'' && !isDigit(after);
  }

  private boolean isNamePart(int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '_'
        || c == '$'
        || c == '@'
        || c == '#'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private boolean isFirst(int index) {
    for (int i = index - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Counts on from where it was last asked, since a line may be as long as the file. */
  private int column(int index) {
    if (index > counted) {
      columnThere += text.codePointCount(counted, index);
      counted = index;
    }
    return columnThere;
  }

  private void newLine(int index) {
    line++;
    counted = index + 1;
    columnThere = 1;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
