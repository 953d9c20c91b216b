package fieldloom.database;

import fieldloom.model.Fault;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is. Only what the lists here name is let through to a driver: parameters can
 * make drivers run scripts, load classes and read files.
 *
 * @param base the URL without parameters; holds neither user nor password
 * @param parameters that were given, by the driver's spelling
 */
public record JdbcUrl(DatabaseKind kind, String base, Map<String, String> parameters) {
  private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])";
  private static final Pattern SERVER =
      Pattern.compile("//(" + HOST + "(?::\\d{1,5})?)/([^/?&;#@\\s]*)");
  private static final Pattern H2_SERVER =
      Pattern.compile("(?:tcp|ssl)://" + HOST + "(?::\\d{1,5})?/[^;@]+");
  private static final Pattern H2_MEMORY = Pattern.compile("mem:[A-Za-z0-9_-]+");

  /** A path that says from where it leads; a bare name would be put anywhere. */
  private static final Pattern H2_FILE =
      Pattern.compile("(?:/|\\./|\\.\\./|~/|[A-Za-z]:[/\\\\])[^;]+");

  /** Parameters that say to whom the driver talks, and how safely. */
  private static final List<String> SAFETY =
      List.of("sslmode", "sslrootcert", "sslMode", "serverSslCert");

  private static final List<String> SECRETS = List.of("user", "password");

  private static final Map<DatabaseKind, List<String>> ALLOWED =
      Map.of(
          DatabaseKind.H2,
          List.of("ACCESS_MODE_DATA", "CASE_INSENSITIVE_IDENTIFIERS", "DATABASE_TO_UPPER", "MODE"),
          DatabaseKind.POSTGRESQL,
          List.of(
              "ApplicationName",
              "connectTimeout",
              "currentSchema",
              "socketTimeout",
              "sslmode",
              "sslrootcert",
              "tcpKeepAlive"),
          DatabaseKind.MARIADB,
          List.of("connectTimeout", "serverSslCert", "socketTimeout", "sslMode", "tcpKeepAlive"));

  public JdbcUrl {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /**
   * Reads a URL such as {@code jdbc:postgresql://host:5432/shop?sslmode=verify-full}.
   *
   * @throws DatabaseException where it is none of a database that is known, or says more than is
   *     allowed
   */
  public static JdbcUrl parse(String given) throws DatabaseException {
    String url = given.strip();
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:h2:")) {
      return h2(url.substring("jdbc:h2:".length()));
    }
    for (String scheme : List.of("postgresql", "mariadb", "mysql")) {
      if (lower.startsWith("jdbc:" + scheme + ":")) {
        DatabaseKind kind =
            scheme.equals("postgresql") ? DatabaseKind.POSTGRESQL : DatabaseKind.MARIADB;
        return server(kind, scheme, url.substring("jdbc:".length() + scheme.length() + 1));
      }
    }
    throw new DatabaseException(
        "The database URL "
            + shown(url)
            + " is not known; write one such as jdbc:postgresql://host:5432/name,"
            + " jdbc:mariadb://host:3306/name or jdbc:h2:/path/name.",
        null,
        Fault.of(Fault.Kind.DATABASE_URL_UNKNOWN, shown(url)));
  }

  /**
   * Whether both name one database: kind, host, port and name, whatever their parameters. A port
   * that is left out is the usual one, and hosts differ in more than case.
   */
  public boolean isSamePlace(JdbcUrl other) {
    return kind == other.kind && place().equals(other.place());
  }

  /** As it is written in a mapping, parameters included. */
  public String text() {
    StringBuilder text = new StringBuilder(base);
    boolean first = true;
    for (Map.Entry<String, String> one : parameters.entrySet()) {
      text.append(kind == DatabaseKind.H2 ? ";" : first ? "?" : "&")
          .append(one.getKey())
          .append('=');
      String value = one.getValue();
      text.append(
          kind == DatabaseKind.H2 ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
      first = false;
    }
    return text.toString();
  }

  private String place() {
    int port =
        switch (kind) {
          case POSTGRESQL -> 5432;
          case MARIADB -> 3306;
          case H2, OTHER -> 0;
        };
    Matcher server =
        SERVER.matcher(base.substring(base.indexOf("//") < 0 ? 0 : base.indexOf("//")));
    if (port == 0 || !server.matches()) {
      return base;
    }
    String host = server.group(1).toLowerCase(Locale.ROOT);
    boolean said = host.matches(".*:\\d+") && !host.endsWith("]");
    return host + (said ? "" : ":" + port) + "/" + server.group(2);
  }

  /**
   * This place with the connection's safety as another URL of the same place sets it: a file must
   * not loosen what the user asks for.
   */
  public JdbcUrl asSafeAs(JdbcUrl trusted) {
    Map<String, String> all = new TreeMap<>(parameters);
    SAFETY.forEach(all::remove);
    trusted.parameters.forEach(
        (name, value) -> {
          if (SAFETY.contains(name)) {
            all.put(name, value);
          }
        });
    return new JdbcUrl(kind, base, all);
  }

  /** Where the file of an H2 database is, without its ending; null where it is in no file. */
  @Nullable String filePlace() {
    String place = base.startsWith("jdbc:h2:") ? base.substring("jdbc:h2:".length()) : "";
    return H2_FILE.matcher(place).matches() ? place : null;
  }

  private static JdbcUrl server(DatabaseKind kind, String scheme, String rest)
      throws DatabaseException {
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    if (place.contains("@")) {
      throw secret("jdbc:" + scheme + "://…");
    }
    Matcher matcher = SERVER.matcher(place);
    if (!matcher.matches()) {
      throw new DatabaseException(
          "The database URL jdbc:"
              + scheme
              + ":"
              + shown(place)
              + " names no host and database; write jdbc:"
              + scheme
              + "://host:port/name.");
    }
    String base =
        "jdbc:"
            + (kind == DatabaseKind.MARIADB ? "mariadb" : scheme)
            + "://"
            + matcher.group(1)
            + "/"
            + matcher.group(2);
    String parameters = question < 0 ? "" : rest.substring(question + 1);
    return new JdbcUrl(kind, base, parameters(kind, base, parameters.split("&")));
  }

  private static JdbcUrl h2(String rest) throws DatabaseException {
    String[] parts = rest.split(";", -1);
    String place = parts[0].startsWith("file:") ? parts[0].substring(5) : parts[0];
    if (H2_FILE.matcher(place).matches() && !place.endsWith("\\")) {
      H2Files.refuse(place);
    } else if (!H2_SERVER.matcher(place).matches() && !H2_MEMORY.matcher(place).matches()) {
      throw new DatabaseException(
          "The database URL jdbc:h2:"
              + shown(place)
              + " names no database; write jdbc:h2:/path/name, jdbc:h2:~/name or"
              + " jdbc:h2:tcp://host/path/name.");
    }
    String base = "jdbc:h2:" + place;
    String[] settings = new String[parts.length - 1];
    System.arraycopy(parts, 1, settings, 0, settings.length);
    return new JdbcUrl(DatabaseKind.H2, base, parameters(DatabaseKind.H2, base, settings));
  }

  private static Map<String, String> parameters(DatabaseKind kind, String base, String[] given)
      throws DatabaseException {
    Map<String, String> parameters = new TreeMap<>();
    for (String one : given) {
      if (one.isEmpty()) {
        continue;
      }
      int equals = one.indexOf('=');
      String name = equals < 0 ? one : one.substring(0, equals);
      String value = equals < 0 ? "" : decoded(kind, base, one.substring(equals + 1));
      if (SECRETS.contains(name.toLowerCase(Locale.ROOT))) {
        throw secret(base);
      }
      String known = known(kind, name);
      if (known == null || value.isEmpty() || value.contains("\\")) {
        throw new DatabaseException(
            "The database URL "
                + base
                + " has the parameter "
                + shown(name)
                + ", which is not allowed or has no value; leave it out, allowed are "
                + String.join(", ", allowed(kind))
                + ".");
      }
      if (parameters.put(known, value) != null) {
        throw new DatabaseException(
            "The database URL " + base + " gives " + known + " twice; give it once.");
      }
    }
    return parameters;
  }

  private static List<String> allowed(DatabaseKind kind) {
    return ALLOWED.getOrDefault(kind, List.of());
  }

  private static @Nullable String known(DatabaseKind kind, String name) {
    for (String allowed : allowed(kind)) {
      if (kind == DatabaseKind.H2 ? allowed.equalsIgnoreCase(name) : allowed.equals(name)) {
        return allowed;
      }
    }
    return null;
  }

  private static String decoded(DatabaseKind kind, String base, String value)
      throws DatabaseException {
    if (kind == DatabaseKind.H2) {
      return value;
    }
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new DatabaseException(
          "The database URL " + base + " has a parameter with a % that encodes nothing.", e);
    }
  }

  private static DatabaseException secret(String base) {
    return new DatabaseException(
        "The database URL "
            + base
            + " holds a user or password; take them out and set the environment variables "
            + Login.USER_VARIABLE
            + " and "
            + Login.PASSWORD_VARIABLE
            + ".",
        null,
        Fault.of(Fault.Kind.DATABASE_URL_WITH_LOGIN, base));
  }

  /** At most its beginning, and nothing behind what may be a password. */
  private static String shown(String text) {
    String safe = text.replaceAll("[\\p{Cntrl}]", "?").replaceAll("//[^/@]*@", "//…@");
    return safe.length() <= 80 ? safe : safe.substring(0, 80) + "…";
  }

  @Override
  public String toString() {
    return base;
  }
}
