package fieldloom.ui.schemas;

import fieldloom.database.DatabaseKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database's URL as the fields of a form.
 *
 * @param kind H2, PostgreSQL or MariaDB
 * @param host of a server; "" for H2
 * @param port of a server; "" for the usual one
 * @param database the name of a server's database; the path of a file of H2, without its ending
 * @param parameters what follows in the URL, with its {@code ?} or {@code ;}; "" for nothing
 */
record DatabaseAddress(
    DatabaseKind kind, String host, String port, String database, String parameters) {
  private static final Pattern H2 = Pattern.compile("(?i:jdbc:h2:(?:file:)?)([^;]*)(;.*)?");
  private static final Pattern SERVER =
      Pattern.compile(
          "(?i:jdbc:(postgresql|mariadb|mysql):)//(\\[[^\\]/]*\\]|[^/:?@]*)(?::(\\d*))?"
              + "(?:/([^?]*)(\\?.*)?)?");
  private static final String ENDING = ".mv.db";

  /** The fields of a URL; null where it is none that the form has fields for. */
  static @Nullable DatabaseAddress of(String url) {
    Matcher file = H2.matcher(url.strip());
    if (file.matches()) {
      return new DatabaseAddress(DatabaseKind.H2, "", "", file.group(1), text(file.group(2)));
    }
    Matcher server = SERVER.matcher(url.strip());
    if (!server.matches()) {
      return null;
    }
    boolean postgres = server.group(1).equalsIgnoreCase("postgresql");
    return new DatabaseAddress(
        postgres ? DatabaseKind.POSTGRESQL : DatabaseKind.MARIADB,
        server.group(2),
        text(server.group(3)),
        text(server.group(4)),
        text(server.group(5)));
  }

  private static String text(@Nullable String found) {
    return found == null ? "" : found;
  }

  /** The URL of these fields, whether or not such a database can be. */
  String url() {
    return switch (kind) {
      case H2 -> "jdbc:h2:" + path() + parameters;
      case POSTGRESQL -> "jdbc:postgresql://" + server();
      case MARIADB, OTHER -> "jdbc:mariadb://" + server();
    };
  }

  /** A file's ending is no part of the database's name. */
  private String path() {
    String plain = database.strip();
    return plain.endsWith(ENDING) ? plain.substring(0, plain.length() - ENDING.length()) : plain;
  }

  private String server() {
    String at = port.isBlank() ? host.strip() : host.strip() + ":" + port.strip();
    return at + "/" + database.strip() + parameters;
  }

  /** The port that a server of that kind usually has; "" where there is none. */
  static String usualPort(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL -> "5432";
      case MARIADB -> "3306";
      case H2, OTHER -> "";
    };
  }
}
