package fieldloom.database;

import java.sql.SQLException;

/** Says why a database refused something: the middle of a sentence. */
public final class SqlReasons {
  private static final int LONGEST = 300;

  private SqlReasons() {}

  /** The first line of what the database says, without what only its driver's makers read. */
  public static String of(SQLException e) {
    SQLException told = e;
    // A batch says only that it failed; what failed in it comes next.
    if (e instanceof java.sql.BatchUpdateException && e.getNextException() != null) {
      told = e.getNextException();
    }
    String line = String.valueOf(told.getMessage()).lines().findFirst().orElse("").strip();
    line =
        line.replaceFirst("^\\(conn=\\d+\\) ", "")
            .replaceFirst("^(ERROR|FATAL): ", "")
            // H2 tells all of the row that is there.
            .replaceFirst(" (?:VALUES )?\\( /\\* key:.*$", "\"")
            .replaceFirst("; SQL statement:.*$", "")
            .replaceFirst(" \\[\\d+-\\d+\\]$", "");
    while (line.endsWith(".")) {
      line = line.substring(0, line.length() - 1);
    }
    if (line.isEmpty()) {
      line = "SQL state " + told.getSQLState();
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** Whether the connection is gone, so that nothing more can be done with it. */
  public static boolean isConnectionLost(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
          return true;
        }
      }
    }
    return false;
  }
}
