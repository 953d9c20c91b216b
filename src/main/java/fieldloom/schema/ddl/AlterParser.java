package fieldloom.schema.ddl;

import fieldloom.database.sql.SqlSyntaxException;

/** Reads what ALTER TABLE adds to tables that were made before. */
final class AlterParser {
  private final ColumnParser columns;
  private final TableParser elements;
  private final Drafts drafts;

  AlterParser(ColumnParser columns, TableParser elements, Drafts drafts) {
    this.columns = columns;
    this.elements = elements;
    this.drafts = drafts;
  }

  /**
   * Reads a statement.
   *
   * @return false where it is about no table of the script, or does nothing that is read
   */
  boolean read(Words words) throws SqlSyntaxException {
    words.next();
    if (!words.take("TABLE")) {
      return false;
    }
    words.take("IF", "EXISTS");
    words.take("ONLY");
    TableDraft table = drafts.find(words.names("the name of a table"));
    if (table == null) {
      return false;
    }
    if (words.take("WITH")) {
      words.takeAny("CHECK", "NOCHECK");
    }
    boolean read = false;
    while (!words.peek().isEnd()) {
      read |= action(words, table);
      words.skipPastComma();
    }
    return read;
  }

  private boolean action(Words words, TableDraft table) throws SqlSyntaxException {
    if (words.take("ADD")) {
      add(words, table);
    } else if (words.takeAny("MODIFY", "CHANGE")) {
      change(words, table);
    } else if (words.take("ALTER")) {
      words.take("COLUMN");
      return column(words, table);
    } else {
      // ALTER TABLE orders CHECK CONSTRAINT, OWNER TO: the fields stay as they are.
      return words.peek().isAny("CHECK", "OWNER", "ENABLE", "REPLICA");
    }
    return true;
  }

  private void add(Words words, TableDraft table) throws SqlSyntaxException {
    if (words.peek().isSymbol('(')) {
      elements.elements(words, table);
    } else if (!elements.constraint(words, table)) {
      words.take("COLUMN");
      words.take("IF", "NOT", "EXISTS");
      columns.read(words, table);
    }
  }

  /** {@code MODIFY id bigint NOT NULL AUTO_INCREMENT}, {@code CHANGE old new int}. */
  private void change(Words words, TableDraft table) throws SqlSyntaxException {
    words.take("COLUMN");
    boolean inParentheses = words.takeSymbol('(');
    ColumnDraft before = table.column(words.peek().text());
    boolean again = words.peek(1).isName() && words.peek(2).isName();
    boolean renames =
        before != null && again && !words.peek(2).is("NOT") && !words.peek(2).is("NULL");
    if (before == null) {
      return;
    }
    if (renames && words.peek(1).kind() == words.peek().kind()) {
      words.next();
    }
    columns.read(words, table);
    if (inParentheses) {
      words.takeSymbol(')');
    }
  }

  private boolean column(Words words, TableDraft table) throws SqlSyntaxException {
    ColumnDraft column = table.column(words.name("the name of a column").text());
    if (column == null) {
      return false;
    }
    if (words.take("SET", "DEFAULT")) {
      column.defaultValue = columns.expression(words);
    } else if (words.take("SET", "NOT", "NULL")) {
      column.notNull = true;
    } else if (words.take("ADD", "GENERATED")) {
      column.counted = true;
    } else {
      return false;
    }
    return true;
  }
}
