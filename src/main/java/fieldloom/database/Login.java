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

  @Override
  public String toString() {
    return "login of " + user;
  }
}
