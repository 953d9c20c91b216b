package fieldloom.schema.ddl;

import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** The words of one statement, read from left to right. */
final class Words {
  private final List<SqlToken> tokens;
  private int at;

  /**
   * @param tokens of which the last is the end
   */
  Words(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  SqlToken peek() {
    return tokens.get(at);
  }

  /** The word so many places ahead. */
  SqlToken peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  SqlToken next() {
    SqlToken token = peek();
    if (!token.isEnd()) {
      at++;
    }
    return token;
  }

  /** The word that was read last. */
  SqlToken before() {
    return tokens.get(at - 1);
  }

  /** Takes these keywords where they come next, all of them or none. */
  boolean take(String... keywords) {
    for (int i = 0; i < keywords.length; i++) {
      if (!peek(i).is(keywords[i])) {
        return false;
      }
    }
    at += keywords.length;
    return true;
  }

  /** Takes one of these keywords. */
  boolean takeAny(String... keywords) {
    if (!peek().isAny(keywords)) {
      return false;
    }
    at++;
    return true;
  }

  boolean takeSymbol(char symbol) {
    if (!peek().isSymbol(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char symbol, String what) throws SqlSyntaxException {
    if (!takeSymbol(symbol)) {
      throw unexpected(what + " “" + symbol + "”");
    }
  }

  /** A name in quotes or without. */
  SqlToken name(String what) throws SqlSyntaxException {
    SqlToken token = peek();
    if (!token.isName()) {
      throw unexpected(what);
    }
    return next();
  }

  /** A name with those before it: {@code sales.orders} has two parts. */
  List<String> names(String what) throws SqlSyntaxException {
    List<String> parts = new ArrayList<>();
    do {
      parts.add(name(what).text());
    } while (takeSymbol('.'));
    return parts;
  }

  /** Names in parentheses; what else stands beside a name, such as a length, is passed over. */
  List<String> list(String what) throws SqlSyntaxException {
    SqlToken open = peek();
    expect('(', what + " in parentheses starting with");
    List<String> names = new ArrayList<>();
    do {
      names.add(name(what).text());
      while (!peek().isSymbol(',') && !peek().isSymbol(')')) {
        skip(open);
      }
    } while (takeSymbol(','));
    expect(')', "the list's");
    return names;
  }

  /** The words within the parentheses that come next, which are passed over. */
  List<SqlToken> group() throws SqlSyntaxException {
    SqlToken open = next();
    int from = at;
    while (!peek().isSymbol(')')) {
      skip(open);
    }
    List<SqlToken> inside = tokens.subList(from, at);
    at++;
    return inside;
  }

  /**
   * Passes over a word, or over all that its parentheses hold.
   *
   * @param open what is not closed where the statement ends here
   */
  void skip(SqlToken open) throws SqlSyntaxException {
    int depth = 0;
    SqlToken last = open;
    do {
      SqlToken token = next();
      if (token.isEnd()) {
        throw last.isSymbol('(')
            ? new SqlSyntaxException("the parenthesis that opens here is never closed", last)
            : new SqlSyntaxException("the statement ends in the middle of a definition", token);
      }
      if (token.isSymbol('(')) {
        depth++;
        last = token;
      } else if (token.isSymbol(')')) {
        depth--;
      }
    } while (depth > 0);
  }

  /** Passes over everything up to the next comma that stands in no parentheses, and over it. */
  void skipPastComma() throws SqlSyntaxException {
    while (!peek().isEnd() && !takeSymbol(',')) {
      skip(peek());
    }
  }

  SqlSyntaxException unexpected(String wanted) {
    return new SqlSyntaxException(
        wanted + " was expected, but " + peek().shown() + " stands there", peek());
  }
}
