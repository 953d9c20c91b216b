package fieldloom.schema.ddl;

import fieldloom.database.sql.SqlLexer;
import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import fieldloom.schema.Readings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script into statements: at semicolons, at {@code GO} and {@code /} in a line of their own.
 * Passes over what is meant for a program rather than the database: {@code \connect}, {@code
 * DELIMITER}, {@code PROMPT}, the rows of a {@code COPY}.
 */
final class Statements {
  /** More words than any definition has; a statement of more is data. */
  private static final int MOST_WORDS = 200_000;

  private final SqlLexer lexer;
  private final Readings.Watch watch;
  private final Deque<SqlToken> waiting = new ArrayDeque<>();

  /**
   * @param watch told how far the script is read
   */
  Statements(SqlLexer lexer, Readings.Watch watch) {
    this.lexer = lexer;
    this.watch = watch;
  }

  /** The words of the next statement and an end; null where there is none left. */
  @Nullable List<SqlToken> next() throws SqlSyntaxException {
    List<SqlToken> words = new ArrayList<>();
    while (true) {
      SqlToken token = token();
      watch.at(token.start());
      if (words.isEmpty() && isForProgram(token)) {
        continue;
      }
      boolean ends = token.isEnd() || token.isSymbol(';') || isLineOfItsOwn(token);
      if (!ends && begins(token, words)) {
        waiting.addFirst(token);
        ends = true;
      }
      if (!ends) {
        if (words.size() < MOST_WORDS) {
          words.add(token);
        }
        continue;
      }
      if (words.isEmpty() && token.isEnd()) {
        return null;
      }
      if (!words.isEmpty()) {
        skipRows(words);
        words.add(end(token));
        return words;
      }
    }
  }

  private static SqlToken end(SqlToken at) {
    return new SqlToken(
        SqlToken.Kind.END, "", at.start(), at.start(), at.line(), at.column(), false);
  }

  private SqlToken token() throws SqlSyntaxException {
    SqlToken known = waiting.poll();
    return known == null ? lexer.next() : known;
  }

  private SqlToken lookAhead() throws SqlSyntaxException {
    SqlToken after = token();
    waiting.addFirst(after);
    return after;
  }

  private boolean isForProgram(SqlToken token) {
    if (!token.first()) {
      return false;
    }
    if (token.is("DELIMITER")) {
      if (!lexer.restOfLine().equals(";")) {
        lexer.skipThroughLine("DELIMITER ;");
      }
      return true;
    }
    if (token.isSymbol('\\') || token.isAny("PROMPT", "REM")) {
      lexer.restOfLine();
      return true;
    }
    return false;
  }

  private boolean isLineOfItsOwn(SqlToken token) throws SqlSyntaxException {
    if (!token.first() || !token.is("GO") && !token.isSymbol('/')) {
      return false;
    }
    SqlToken after = lookAhead();
    return after.isEnd() || after.line() > token.line();
  }

  /** Whether a statement without a semicolon ends here, since the next one begins. */
  private boolean begins(SqlToken token, List<SqlToken> words) throws SqlSyntaxException {
    if (words.isEmpty() || !token.first()) {
      return false;
    }
    boolean opens =
        token.is("CREATE")
            || token.is("ALTER") && lookAhead().is("TABLE")
            || token.is("COMMENT") && lookAhead().is("ON");
    if (!opens) {
      return false;
    }
    int depth = 0;
    for (SqlToken word : words) {
      depth += word.isSymbol('(') ? 1 : word.isSymbol(')') ? -1 : 0;
    }
    return depth == 0;
  }

  private void skipRows(List<SqlToken> words) {
    boolean fromHere =
        words.getFirst().is("COPY")
            && words.size() > 2
            && words.stream().anyMatch(word -> word.is("STDIN"));
    if (fromHere) {
      lexer.skipThroughLine("\\.");
    }
  }
}
