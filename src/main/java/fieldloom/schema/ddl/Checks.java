package fieldloom.schema.ddl;

import fieldloom.database.sql.SqlToken;
import java.util.List;

/** What a CHECK says about a column, where it is a plain list of values. */
final class Checks {
  private Checks() {}

  /** The name of the one column that a condition starts with; "" where it starts otherwise. */
  static String column(List<SqlToken> condition) {
    for (SqlToken token : condition) {
      if (!token.isSymbol('(')) {
        return token.isName() ? token.text() : "";
      }
    }
    return "";
  }

  /**
   * The texts that {@code column IN ('A', 'B')} lists, and the form that PostgreSQL makes of it,
   * {@code column = ANY (ARRAY['A', 'B'])}; none where the condition is another.
   */
  static List<String> values(List<SqlToken> condition, String column) {
    boolean listed = false;
    for (SqlToken token : condition) {
      if (token.isAny("AND", "OR", "NOT", "LIKE", "BETWEEN", "CASE")) {
        return List.of();
      }
      listed |= token.isAny("IN", "ANY");
    }
    return listed && column(condition).equalsIgnoreCase(column)
        ? TypeParser.texts(condition)
        : List.of();
  }
}
