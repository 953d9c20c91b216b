package fieldloom.schema.ddl;

import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import java.util.List;

/** Reads what stands in the parentheses of a CREATE TABLE, and what follows them. */
final class TableParser {
  private final ColumnParser columns;
  private final Drafts drafts;

  TableParser(ColumnParser columns, Drafts drafts) {
    this.columns = columns;
    this.drafts = drafts;
  }

  /** Reads {@code (elements) options}. */
  void read(Words words, TableDraft table) throws SqlSyntaxException {
    elements(words, table);
    while (!words.peek().isEnd()) {
      if (words.take("COMMENT")) {
        words.takeSymbol('=');
        table.remarks = words.next().text();
      } else if (words.take("INHERITS") && words.peek().isSymbol('(')) {
        inherit(table, words.list("tables"));
      } else {
        words.skip(words.peek());
      }
    }
  }

  /** Reads elements in parentheses. */
  void elements(Words words, TableDraft table) throws SqlSyntaxException {
    SqlToken open = words.peek();
    words.expect('(', "the table's columns in parentheses starting with");
    do {
      element(words, table);
    } while (words.takeSymbol(','));
    if (words.peek().isEnd()) {
      throw new SqlSyntaxException("the parenthesis that opens here is never closed", open);
    }
    words.expect(')', "a comma or the closing");
  }

  private void element(Words words, TableDraft table) throws SqlSyntaxException {
    if (words.take("LIKE")) {
      inherit(table, words.names("the name of a table"));
      skip(words);
    } else if (!constraint(words, table)) {
      columns.read(words, table);
    }
  }

  /**
   * Reads a constraint or an index.
   *
   * @return false where a column stands there
   */
  boolean constraint(Words words, TableDraft table) throws SqlSyntaxException {
    if (words.peek().is("CONSTRAINT") && words.peek(1).isName()) {
      words.next();
      if (!words.peek().isAny("PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "EXCLUDE")) {
        words.names("the name of a constraint");
      }
    }
    if (words.take("PRIMARY", "KEY")) {
      toParenthesis(words);
      table.key = words.list("the key's columns");
    } else if (words.take("FOREIGN", "KEY")) {
      toParenthesis(words);
      List<String> own = words.list("the foreign key's columns");
      if (!words.take("REFERENCES")) {
        throw words.unexpected("REFERENCES");
      }
      ColumnParser.references(words, table, own);
    } else if (words.peek().is("CHECK") && words.peek(1).isSymbol('(')) {
      words.next();
      check(words.group(), table);
    } else if (!isIndex(words)) {
      return false;
    }
    skip(words);
    return true;
  }

  private static void check(List<SqlToken> condition, TableDraft table) {
    ColumnDraft column = table.column(Checks.column(condition));
    if (column != null) {
      column.allow(Checks.values(condition, column.name));
    }
  }

  /** Whether an index or another element without columns of its own comes next. */
  private static boolean isIndex(Words words) {
    SqlToken first = words.peek();
    SqlToken second = words.peek(1);
    if (first.is("UNIQUE")) {
      return second.isSymbol('(')
          || second.isAny("KEY", "INDEX", "CLUSTERED", "NONCLUSTERED")
          || second.isName() && words.peek(2).isSymbol('(');
    }
    if (first.isAny("FULLTEXT", "SPATIAL", "SUPPLEMENTAL", "EXCLUDE")) {
      return second.isAny("KEY", "INDEX", "LOG", "USING") || second.isSymbol('(');
    }
    if (first.is("PERIOD")) {
      return second.is("FOR");
    }
    if (!first.isAny("KEY", "INDEX")) {
      return false;
    }
    // key int and key varchar(10) are columns; KEY (a) and KEY by_a (a) are indexes.
    boolean named = second.isName() && words.peek(2).isSymbol('(');
    SqlToken listed = words.peek(named ? 3 : 2);
    return second.isSymbol('(') && listed.isName()
        || named && listed.isName() && !listed.is("MAX")
        || second.isName() && words.peek(2).isAny("USING", "CLUSTERED", "NONCLUSTERED");
  }

  private static void toParenthesis(Words words) throws SqlSyntaxException {
    while (!words.peek().isSymbol('(') && words.peek().isName()) {
      words.next();
    }
  }

  /** Passes over the rest of an element. */
  private static void skip(Words words) throws SqlSyntaxException {
    while (!words.peek().isEnd() && !words.peek().isSymbol(',') && !words.peek().isSymbol(')')) {
      words.skip(words.peek());
    }
  }

  /** Adds the columns of another table. */
  void inherit(TableDraft table, List<String> name) {
    TableDraft parent = drafts.find(name);
    if (parent != null) {
      parent.columns.forEach((column, draft) -> table.columns.putIfAbsent(column, draft.copy()));
    }
  }
}
