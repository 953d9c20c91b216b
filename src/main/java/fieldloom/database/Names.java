package fieldloom.database;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names of tables and columns: as people write them, as the database has them, as SQL quotes them.
 */
public final class Names {
  private final String quote;
  private final boolean catalogs;

  Names(DatabaseMetaData metaData) throws SQLException {
    String mark = metaData.getIdentifierQuoteString();
    quote = mark == null || mark.isBlank() ? "\"" : mark;
    catalogs = !metaData.supportsSchemasInDataManipulation();
  }

  /** A name that the database gave, for SQL. */
  public String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  public String quoted(TableId table) {
    String owner = catalogs ? table.catalog() : table.schema();
    return owner == null ? quoted(table.name()) : quoted(owner) + "." + quoted(table.name());
  }

  /**
   * The parts of a name that people wrote: {@code sales.orders}, {@code "Sales"."Order lines"}.
   *
   * @throws DatabaseException where it is none
   */
  static List<String> parts(String given) throws DatabaseException {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char open = 0;
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (open != 0) {
        if (c != open) {
          part.append(c);
        } else if (i + 1 < given.length() && given.charAt(i + 1) == open && open != ']') {
          part.append(c);
          i++;
        } else {
          open = 0;
        }
      } else if (part.isEmpty() && (c == '"' || c == '`' || c == '[')) {
        open = c == '[' ? ']' : c;
      } else if (c == '.') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    if (open != 0 || parts.size() > 3 || parts.stream().anyMatch(String::isBlank)) {
      throw new DatabaseException(
          "“" + given + "” is no name of a table; write one such as orders or sales.orders.");
    }
    return parts;
  }

  /** A name that the database gave, as options and people write it, so that it is found again. */
  static String written(String name) {
    boolean plain = !name.isBlank() && name.indexOf('.') < 0 && "\"`[".indexOf(name.charAt(0)) < 0;
    return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The one that is spelt so, else the only one that differs in case only; null for none. */
  public static @Nullable String match(String wanted, Collection<String> names) {
    if (names.contains(wanted)) {
      return wanted;
    }
    String found = null;
    for (String name : names) {
      if (name.equalsIgnoreCase(wanted)) {
        if (found != null) {
          return null;
        }
        found = name;
      }
    }
    return found;
  }

  /** The spellings under which a database may keep a name. */
  static List<String> spellings(String name) {
    return List.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)).stream()
        .distinct()
        .toList();
  }
}
