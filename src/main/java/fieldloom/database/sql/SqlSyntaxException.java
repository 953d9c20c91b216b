package fieldloom.database.sql;

import java.io.Serial;

/** A text that is no SQL; the message says what is wrong, without the place and the full stop. */
public final class SqlSyntaxException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  public SqlSyntaxException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  public SqlSyntaxException(String message, SqlToken at) {
    this(message, at.line(), at.column());
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** In characters from 1. */
  public int column() {
    return column;
  }

  /** {@code at line 3, column 5}. */
  public String place() {
    return "at line " + line + ", column " + column;
  }
}
