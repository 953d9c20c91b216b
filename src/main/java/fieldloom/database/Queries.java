package fieldloom.database;

import fieldloom.database.sql.SqlLexer;
import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import fieldloom.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Queries that analysts write. */
public final class Queries {
  /** Functions by which a query reaches files, programs or other databases. */
  private static final Set<String> BEYOND =
      Set.of(
          "csvread",
          "csvwrite",
          "dblink",
          "dblink_connect",
          "dblink_exec",
          "file_read",
          "file_write",
          "link_schema",
          "lo_export",
          "lo_import",
          "load_file",
          "pg_ls_dir",
          "pg_read_binary_file",
          "pg_read_file",
          "query_to_xml",
          "sys_eval",
          "sys_exec");

  private Queries() {}

  /**
   * The query without a semicolon at its end.
   *
   * @throws DatabaseException where it is anything but one query that only reads
   */
  public static String checked(String query) throws DatabaseException {
    return checked(query, 0);
  }

  /**
   * The same for a query in which a {@code ?} stands for the one value that it is asked with.
   *
   * @throws DatabaseException also where it has no {@code ?}, or several
   */
  public static String keyed(String query) throws DatabaseException {
    return checked(query, 1);
  }

  private static String checked(String query, int keys) throws DatabaseException {
    List<SqlToken> tokens = tokens(query);
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).isSymbol(';')) {
      end--;
    }
    if (end == 0) {
      throw new DatabaseException(
          "The query is empty; write one that starts with SELECT.",
          null,
          Fault.of(Fault.Kind.QUERY_EMPTY));
    }
    SqlToken first = tokens.getFirst();
    int start = 0;
    while (start < end && tokens.get(start).isSymbol('(')) {
      first = tokens.get(++start < end ? start : end - 1);
    }
    if (!first.isAny("SELECT", "WITH", "VALUES", "TABLE")) {
      throw new DatabaseException(
          "The query starts with " + first.shown() + "; write one that starts with SELECT.",
          null,
          Fault.of(Fault.Kind.QUERY_NO_SELECT, first.shown()));
    }
    int marks = 0;
    for (int i = 0; i < end; i++) {
      SqlToken token = tokens.get(i);
      if (token.isSymbol(';')) {
        throw wrong(token, "holds two statements; write one");
      }
      if (token.isSymbol('?') && ++marks > keys) {
        throw wrong(
            token,
            keys == 0
                ? "has a ?, for which there is no value; write the value"
                : "has a second ?, for which there is no value; ask with one key");
      }
      boolean nested = i > 0 && tokens.get(i - 1).isSymbol('(');
      boolean call = i + 1 < end && tokens.get(i + 1).isSymbol('(');
      if (call && token.isName() && BEYOND.contains(token.text().toLowerCase(Locale.ROOT))) {
        throw wrong(token, "calls " + token.shown() + ", which reaches beyond the database");
      }
      boolean writes = nested && !call && token.isAny("INSERT", "UPDATE", "DELETE", "MERGE");
      if (writes || token.is("INTO")) {
        throw wrong(token, "writes with " + token.shown() + "; write one that only reads");
      }
    }
    if (marks < keys) {
      throw new DatabaseException("The query has no ? for the key; write one where it goes.");
    }
    return query.substring(0, tokens.get(end - 1).end());
  }

  private static List<SqlToken> tokens(String query) throws DatabaseException {
    try {
      SqlLexer lexer = new SqlLexer(query, query.contains("`"));
      List<SqlToken> tokens = new ArrayList<>();
      for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
        tokens.add(token);
      }
      return tokens;
    } catch (SqlSyntaxException e) {
      throw new DatabaseException(
          "The query is wrong " + e.place() + ": " + e.getMessage() + ".",
          e,
          Fault.of(Fault.Kind.QUERY_WRONG, e.getMessage() + " " + e.place()));
    }
  }

  private static DatabaseException wrong(SqlToken at, String what) {
    return new DatabaseException(
        "The query " + what + " (line " + at.line() + ", column " + at.column() + ").");
  }
}
