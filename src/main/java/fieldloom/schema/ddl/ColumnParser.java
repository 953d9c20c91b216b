package fieldloom.schema.ddl;

import fieldloom.database.ColumnType;
import fieldloom.database.Storage;
import fieldloom.database.sql.SqlLexer;
import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import java.util.List;
import java.util.Locale;

/** Reads the definition of a column: name, type, and what is said of it. */
final class ColumnParser {
  /** What ends the expression of a default. */
  private static final String[] AFTER_DEFAULT = {
    "NOT",
    "NULL",
    "CONSTRAINT",
    "PRIMARY",
    "UNIQUE",
    "CHECK",
    "REFERENCES",
    "COMMENT",
    "COLLATE",
    "GENERATED",
    "AUTO_INCREMENT",
    "IDENTITY",
    "ON",
    "ENABLE",
    "DISABLE",
    "KEY",
    "VISIBLE",
    "INVISIBLE",
    "AS",
    "ROWGUIDCOL"
  };

  private final SqlLexer source;
  private final TypeParser types;

  /**
   * @param source the script, for the texts of defaults
   */
  ColumnParser(SqlLexer source, TypeParser types) {
    this.source = source;
    this.types = types;
  }

  /** Reads up to the comma or parenthesis behind the column and adds it to its table. */
  void read(Words words, TableDraft table) throws SqlSyntaxException {
    SqlToken name = words.name("the name of a column");
    ColumnDraft column;
    if (words.peek().isAny("AS", "GENERATED")) {
      column = new ColumnDraft(name.text(), ColumnType.of("computed", Storage.OTHER));
    } else if (words.peek().isName()) {
      column = new ColumnDraft(name.text(), types.read(words));
    } else {
      throw words.unexpected("the type of the column “" + name.text() + "”");
    }
    column.counted = column.type.name().toLowerCase(Locale.ROOT).contains("serial");
    while (!isEnd(words)) {
      clause(words, table, column);
    }
    column.notNull |= column.counted;
    table.columns.put(column.name, column);
  }

  private static boolean isEnd(Words words) {
    return words.peek().isEnd() || words.peek().isSymbol(',') || words.peek().isSymbol(')');
  }

  private void clause(Words words, TableDraft table, ColumnDraft column) throws SqlSyntaxException {
    SqlToken at = words.peek();
    if (words.take("NOT", "NULL")) {
      column.notNull = true;
    } else if (words.take("PRIMARY", "KEY")) {
      column.notNull = true;
      table.key = List.of(column.name);
    } else if (words.take("DEFAULT")) {
      column.defaultValue = expression(words);
    } else if (words.take("REFERENCES")) {
      references(words, table, List.of(column.name));
    } else if (words.take("COMMENT")) {
      column.remarks = words.next().text();
    } else if (words.takeAny("AUTO_INCREMENT", "AUTOINCREMENT", "IDENTITY")) {
      column.counted = true;
    } else if (words.take("GENERATED") || words.take("AS")) {
      generated(words, column);
    } else if (words.take("CHECK")) {
      check(words, column);
    } else if (words.take("ON")) {
      // ON UPDATE CURRENT_TIMESTAMP, ON DELETE SET DEFAULT: nothing of it is a default.
      words.next();
      words.take("SET");
      words.next();
    } else {
      words.skip(at);
    }
  }

  private static void check(Words words, ColumnDraft column) throws SqlSyntaxException {
    if (words.peek().isSymbol('(')) {
      column.allow(Checks.values(words.group(), column.name));
    }
  }

  /**
   * {@code ALWAYS AS IDENTITY}, {@code BY DEFAULT AS IDENTITY}, {@code ALWAYS AS (a * b) STORED}.
   */
  private static void generated(Words words, ColumnDraft column) throws SqlSyntaxException {
    while (words.takeAny("ALWAYS", "BY", "DEFAULT", "ON", "NULL", "AS")) {
      // What follows says what it is.
      column.counted |= words.peek().is("IDENTITY");
    }
    if (!column.counted) {
      column.computed = true;
      words.skip(words.peek());
    }
  }

  /** The columns that a REFERENCES points to. */
  static void references(Words words, TableDraft table, List<String> columns)
      throws SqlSyntaxException {
    List<String> name = words.names("the name of a table");
    List<String> refers = words.peek().isSymbol('(') ? words.list("columns") : List.of();
    table.references.add(new TableDraft.Reference(columns, name, refers));
  }

  /** The expression as it is written. */
  String expression(Words words) throws SqlSyntaxException {
    SqlToken first = words.peek();
    SqlToken last = first;
    int taken = 0;
    while (!isEnd(words) && (taken == 0 || !words.peek().isAny(AFTER_DEFAULT))) {
      words.skip(words.peek());
      last = words.before();
      taken++;
    }
    if (taken == 0) {
      throw words.unexpected("the value of a default");
    }
    String text = source.source(first, last);
    return text.equalsIgnoreCase("NULL") ? "" : text;
  }
}
