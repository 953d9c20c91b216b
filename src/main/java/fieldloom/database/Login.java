package fieldloom.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who connects.
 *
 * @param user null where the database's own habit is to decide
 * @param only the URL of the one database that it is for; null where it is for any
 */
public record Login(@Nullable String user, @Nullable String password, @Nullable String only) {
  /** Nobody in particular. */
  public static final Login NONE = new Login(null, null, null);

  /** The environment variable with the user's name. */
  public static final String USER_VARIABLE = "FIELDLOOM_DB_USER";

  /** The environment variable with the password. */
  public static final String PASSWORD_VARIABLE = "FIELDLOOM_DB_PASSWORD";

  /** The environment variable that keeps user and password to one database. */
  public static final String URL_VARIABLE = "FIELDLOOM_DB_URL";

  /** What the environment says. */
  public static Login of(Map<String, String> environment) {
    return new Login(
        environment.get(USER_VARIABLE),
        environment.get(PASSWORD_VARIABLE),
        environment.get(URL_VARIABLE));
  }

  /**
   * What the environment says to a database that a file names, such as a mapping of somebody else:
   * nothing, unless {@value #URL_VARIABLE} keeps the login to that very database.
   *
   * @throws DatabaseException where there is a login that the database must not be told
   */
  public static Login forFile(Map<String, String> environment, JdbcUrl url)
      throws DatabaseException {
    Login login = of(environment);
    if (login.user == null && login.password == null) {
      return NONE;
    }
    if (login.only == null || !JdbcUrl.parse(login.only).isSamePlace(url)) {
      throw new DatabaseException(
          "The login in the environment is not told to "
              + url
              + ", which a file names; set "
              + URL_VARIABLE
              + " to that URL where the login is for it.");
    }
    return login;
  }

  @Override
  public String toString() {
    return "login of " + user;
  }
}
