package fieldloom.schema.ddl;

import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is said about tables and columns beside their definitions. */
final class Remarks {
  private Remarks() {}

  /** {@code COMMENT ON TABLE orders IS 'Orders'} and the same of a column. */
  static boolean comment(Words words, Drafts drafts) throws SqlSyntaxException {
    words.next();
    if (words.take("ON", "TABLE")) {
      TableDraft table = drafts.find(words.names("the name of a table"));
      String text = text(words);
      if (table != null) {
        table.remarks = text;
      }
      return table != null;
    }
    if (!words.take("ON", "COLUMN")) {
      return false;
    }
    List<String> name = words.names("the name of a column");
    String text = text(words);
    return name.size() > 1
        && describe(drafts, name.subList(0, name.size() - 1), name.getLast(), text);
  }

  private static @Nullable String text(Words words) throws SqlSyntaxException {
    if (!words.take("IS")) {
      throw words.unexpected("IS and a text");
    }
    SqlToken text = words.next();
    return text.kind() == SqlToken.Kind.TEXT ? text.text() : null;
  }

  private static boolean describe(
      Drafts drafts, List<String> name, String column, @Nullable String text) {
    TableDraft table = drafts.find(name);
    ColumnDraft draft = table == null ? null : table.column(column);
    if (draft != null) {
      draft.remarks = text;
    }
    return draft != null;
  }

  /** {@code EXEC sp_addextendedproperty @name=N'MS_Description', …} of SQL Server. */
  static boolean property(Words words, Drafts drafts) throws SqlSyntaxException {
    words.next();
    if (!words
        .names("the name of a procedure")
        .getLast()
        .equalsIgnoreCase("sp_addextendedproperty")) {
      return false;
    }
    Map<String, String> given = new HashMap<>();
    while (!words.peek().isEnd()) {
      String name = words.next().text().toLowerCase(Locale.ROOT);
      if (words.takeSymbol('=')) {
        given.put(name, words.next().text());
      }
      words.takeSymbol(',');
    }
    String text = given.get("@value");
    String table = given.get("@level1name");
    if (!"MS_Description".equals(given.get("@name")) || text == null || table == null) {
      return false;
    }
    String schema = given.get("@level0name");
    List<String> name = schema == null ? List.of(table) : List.of(schema, table);
    String column = given.get("@level2name");
    if (column != null) {
      return describe(drafts, name, column, text);
    }
    TableDraft draft = drafts.find(name);
    if (draft != null) {
      draft.remarks = text;
    }
    return draft != null;
  }
}
