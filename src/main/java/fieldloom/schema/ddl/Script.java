package fieldloom.schema.ddl;

import fieldloom.database.ColumnType;
import fieldloom.database.Storage;
import fieldloom.database.sql.SqlLexer;
import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import fieldloom.schema.Readings;
import fieldloom.schema.jdbc.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a script, statement by statement; what says nothing about tables is passed over. */
final class Script {
  private static final Pattern MYSQL = Pattern.compile("`|(?i:\\bENGINE\\s*=)");
  private static final Pattern ORACLE = Pattern.compile("(?i)\\bVARCHAR2\\b|\\bNUMBER\\s*\\(");

  /** What may stand between CREATE and TABLE. */
  private static final String[] KINDS = {
    "OR",
    "REPLACE",
    "GLOBAL",
    "LOCAL",
    "TEMPORARY",
    "TEMP",
    "UNLOGGED",
    "CACHED",
    "MEMORY",
    "FOREIGN",
    "EXTERNAL",
    "PRIVATE",
    "COLUMN",
    "ROW"
  };

  private final Drafts drafts;
  private final Statements statements;
  private final TypeParser types;
  private final TableParser elements;
  private final AlterParser alterations;
  private final Consumer<String> notes;
  private final Map<String, List<Integer>> passedOver = new LinkedHashMap<>();

  /**
   * @param watch told how far it is read
   * @param notes told of what was passed over; one sentence each
   */
  Script(String text, Readings.Watch watch, Consumer<String> notes) {
    boolean mysql = MYSQL.matcher(text).find();
    SqlLexer lexer = new SqlLexer(text, mysql);
    this.notes = notes;
    this.drafts = new Drafts(notes);
    this.statements = new Statements(lexer, watch);
    this.types = new TypeParser(mysql, ORACLE.matcher(text).find(), notes);
    ColumnParser columns = new ColumnParser(lexer, types);
    this.elements = new TableParser(columns, drafts);
    this.alterations = new AlterParser(columns, elements, drafts);
  }

  /** Reads it to its end. */
  Tables read() throws SqlSyntaxException {
    for (List<SqlToken> words = statements.next(); words != null; words = statements.next()) {
      SqlToken first = words.getFirst();
      if (!statement(first, new Words(words))) {
        passedOver.computeIfAbsent(kind(words), kind -> new ArrayList<>()).add(first.line());
      }
    }
    passedOver.forEach((kind, lines) -> notes.accept(note(kind, lines)));
    return drafts.tables();
  }

  /** Whether it says something about a table. */
  private boolean statement(SqlToken first, Words words) throws SqlSyntaxException {
    if (first.is("CREATE")) {
      return create(words);
    }
    if (first.is("ALTER")) {
      return alterations.read(words);
    }
    if (first.is("COMMENT")) {
      return Remarks.comment(words, drafts);
    }
    return first.isAny("EXEC", "EXECUTE") && Remarks.property(words, drafts);
  }

  private boolean create(Words words) throws SqlSyntaxException {
    words.next();
    while (words.takeAny(KINDS)) {
      // They say how rows are kept, not what is in them.
      continue;
    }
    if (words.take("TABLE")) {
      return table(words);
    }
    if (words.take("TYPE") || words.take("DOMAIN")) {
      return type(words);
    }
    return false;
  }

  private boolean table(Words words) throws SqlSyntaxException {
    words.take("IF", "NOT", "EXISTS");
    SqlToken at = words.peek();
    List<String> name = words.names("the name of a table");
    TableDraft table = new TableDraft(Drafts.id(name));
    if (words.take("LIKE")) {
      elements.inherit(table, words.names("the name of a table"));
    } else if (words.peek().isSymbol('(')) {
      elements.read(words, table);
    } else if (words.peek().isAny("AS", "OF", "PARTITION")) {
      return false;
    } else {
      throw words.unexpected("the table's columns in parentheses starting with “(”");
    }
    if (table.columns.isEmpty()) {
      return false;
    }
    drafts.add(table, at.line());
    return true;
  }

  /** {@code name AS ENUM ('A', 'B')} and other names for types. */
  private boolean type(Words words) throws SqlSyntaxException {
    String name = words.names("the name of a type").getLast();
    if (!words.takeAny("AS", "FROM") && !words.peek().isName()) {
      return false;
    }
    if (words.take("ENUM") && words.peek().isSymbol('(')) {
      List<String> values = TypeParser.texts(words.group());
      types.add(name, ColumnType.of(name, Storage.TEXT).withValues(values));
      return true;
    }
    if (!words.peek().isName() || words.peek().isAny("RANGE", "OBJECT", "TABLE", "VARRAY")) {
      return false;
    }
    types.add(name, types.read(words));
    return true;
  }

  /** What a statement is called: {@code CREATE INDEX}. */
  private static String kind(List<SqlToken> words) {
    String first = words.getFirst().text().toUpperCase(Locale.ROOT);
    if (!words.getFirst().isAny("CREATE", "ALTER", "COMMENT", "DROP")) {
      return first;
    }
    return words.stream()
        .skip(1)
        .filter(word -> !word.isAny("OR", "REPLACE", "UNIQUE") && !word.isEnd())
        .findFirst()
        .map(word -> first + " " + word.text().toUpperCase(Locale.ROOT))
        .orElse(first);
  }

  private static String note(String kind, List<Integer> lines) {
    String shown = lines.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
    String more = lines.size() > 10 ? " and " + (lines.size() - 10) + " more" : "";
    String place = (lines.size() == 1 ? "line " : "lines ") + shown + more;
    return kind + " (" + place + ") was passed over: it defines no fields that are read.";
  }
}
