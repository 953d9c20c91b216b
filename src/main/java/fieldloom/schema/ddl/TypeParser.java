package fieldloom.schema.ddl;

import fieldloom.database.ColumnType;
import fieldloom.database.Storage;
import fieldloom.database.TypeNames;
import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.database.sql.SqlToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads types of columns as the databases write them. */
final class TypeParser {
  private final boolean mysql;
  private final boolean oracle;
  private final Consumer<String> notes;
  private final Map<String, ColumnType> own = new HashMap<>();

  /**
   * @param mysql whether TINYINT(1) is true or false, as MySQL's drivers have it
   * @param oracle whether a DATE has a time of day
   */
  TypeParser(boolean mysql, boolean oracle, Consumer<String> notes) {
    this.mysql = mysql;
    this.oracle = oracle;
    this.notes = notes;
  }

  /** Adds a type that the script makes. */
  void add(String name, ColumnType type) {
    own.put(name.toLowerCase(Locale.ROOT), type);
  }

  /** A type and what follows it as a part of it: {@code decimal(10,2) unsigned}, {@code text[]}. */
  ColumnType read(Words words) throws SqlSyntaxException {
    SqlToken first = words.peek();
    String name = name(words);
    List<SqlToken> inside = words.peek().isSymbol('(') ? words.group() : List.of();
    StringBuilder full = new StringBuilder(name);
    if (name.equals("timestamp") || name.equals("time")) {
      full.append(zone(words));
    } else if (name.startsWith("interval")) {
      interval(words);
    }
    while (words.peek().isAny("UNSIGNED", "SIGNED", "ZEROFILL", "BINARY")) {
      String word = words.next().text().toLowerCase(Locale.ROOT);
      full.append(word.equals("binary") ? "" : " " + word);
    }
    ColumnType type = type(first, full.toString(), inside);
    while (words.peek().isSymbol('[') || words.peek().is("ARRAY")) {
      type = ColumnType.array(type.name() + "[]", type);
      words.take("ARRAY");
      if (words.takeSymbol('[')) {
        while (!words.takeSymbol(']')) {
          words.skip(first);
        }
      }
    }
    return type;
  }

  private ColumnType type(SqlToken at, String name, List<SqlToken> inside) {
    ColumnType made = own.get(name);
    if (made != null) {
      return made;
    }
    if (name.equals("enum")) {
      return ColumnType.of("enum", Storage.TEXT).withValues(texts(inside));
    }
    if (oracle && name.equals("date")) {
      return ColumnType.of("date", Storage.DATETIME);
    }
    Integer size = number(inside, 0);
    if (mysql && name.equals("tinyint") && size != null && size == 1) {
      return ColumnType.of("tinyint(1)", Storage.BOOLEAN);
    }
    boolean time = name.startsWith("time") || name.startsWith("datetime");
    ColumnType known = TypeNames.of(name, size, time ? size : number(inside, 1));
    if (known == null) {
      notes.accept(
          "The type " + name + " (line " + at.line() + ") is not known; it is taken for a text.");
      return ColumnType.of(name, Storage.OTHER);
    }
    return known;
  }

  /** The type's name in small letters, all of its words. */
  private static String name(Words words) throws SqlSyntaxException {
    SqlToken token = words.name("a type");
    while (words.takeSymbol('.')) {
      token = words.name("a type");
    }
    String name = token.text().toLowerCase(Locale.ROOT);
    if (token.kind() == SqlToken.Kind.NAME && !name.contains(" ")) {
      return name;
    }
    return switch (name) {
      case "double" -> words.take("PRECISION") ? "double precision" : name;
      case "long" -> words.takeAny("RAW") ? "long raw" : words.takeAny("VARCHAR") ? "text" : name;
      case "national" -> {
        words.takeAny("CHARACTER", "CHAR", "VARCHAR");
        yield varying(words, "national character");
      }
      case "char", "character", "nchar", "bit", "binary" -> varying(words, name);
      default -> name;
    };
  }

  private static String varying(Words words, String name) {
    if (words.take("VARYING")) {
      return name + " varying";
    }
    if (words.take("LARGE", "OBJECT")) {
      return name.equals("binary") ? "blob" : "clob";
    }
    return name;
  }

  private static String zone(Words words) {
    if (words.take("WITH", "TIME", "ZONE")) {
      return " with time zone";
    }
    if (words.take("WITH", "LOCAL", "TIME", "ZONE")) {
      return " with local time zone";
    }
    words.take("WITHOUT", "TIME", "ZONE");
    return "";
  }

  private static void interval(Words words) throws SqlSyntaxException {
    while (words.takeAny("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO")) {
      if (words.peek().isSymbol('(')) {
        words.group();
      }
    }
  }

  /**
   * The number at a place of a list; null where there is none, as for {@code *} and {@code max}.
   */
  private static @Nullable Integer number(List<SqlToken> inside, int place) {
    int comma = 0;
    boolean minus = false;
    for (SqlToken token : inside) {
      if (token.isSymbol(',')) {
        comma++;
      } else if (comma == place && token.isSymbol('-')) {
        minus = true;
      } else if (comma == place && token.kind() == SqlToken.Kind.NUMBER) {
        String digits = token.text();
        boolean plain = digits.length() <= 9 && digits.chars().allMatch(Character::isDigit);
        return plain ? Integer.valueOf((minus ? "-" : "") + digits) : null;
      }
    }
    return null;
  }

  static List<String> texts(List<SqlToken> inside) {
    List<String> texts = new ArrayList<>();
    for (SqlToken token : inside) {
      if (token.kind() == SqlToken.Kind.TEXT) {
        texts.add(token.text());
      }
    }
    return texts;
  }
}
