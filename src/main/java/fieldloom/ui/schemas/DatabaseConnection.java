package fieldloom.ui.schemas;

import fieldloom.database.DatabaseException;
import fieldloom.database.DatabaseKind;
import fieldloom.database.JdbcUrl;
import fieldloom.database.Login;
import fieldloom.ui.kit.Settings;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects, as it is being typed: the fields make the URL, and a URL
 * that is typed fills the fields. User and password are kept nowhere. FX thread.
 */
final class DatabaseConnection {
  private static final String LAST = "database.url";

  private final Settings settings;
  private final Map<String, String> environment;
  private final ObjectProperty<DatabaseKind> kind =
      new SimpleObjectProperty<>(DatabaseKind.POSTGRESQL);
  private final StringProperty host = new SimpleStringProperty("localhost");
  private final StringProperty port = new SimpleStringProperty("");
  private final StringProperty database = new SimpleStringProperty("");
  private final StringProperty file = new SimpleStringProperty("");
  private final StringProperty url = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private String parameters = "";
  private boolean filling;

  /**
   * @param settings remembers the URL that was used last
   * @param environment variables of the process, with the login for the database that they name
   */
  DatabaseConnection(Settings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = environment;
    kind.addListener((o, was, is) -> otherKind());
    for (Property<?> part : new Property<?>[] {host, port, database, file}) {
      part.subscribe(this::makeUrl);
    }
    url.addListener((o, was, is) -> fill(is));
    makeUrl();
    String last = settings.get(LAST, "");
    if (!last.isEmpty()) {
      url.set(last);
    }
  }

  /** What a URL of one kind says behind its name means nothing to another. */
  private void otherKind() {
    if (!filling) {
      parameters = "";
      port.set("");
      makeUrl();
    }
  }

  private void makeUrl() {
    if (filling) {
      return;
    }
    filling = true;
    boolean h2 = kind.get() == DatabaseKind.H2;
    String name = h2 ? file.get() : database.get();
    url.set(new DatabaseAddress(kind.get(), host.get(), port.get(), name, parameters).url());
    filling = false;
  }

  private void fill(String typed) {
    DatabaseAddress address = DatabaseAddress.of(typed);
    if (filling || address == null) {
      return;
    }
    filling = true;
    kind.set(address.kind());
    parameters = address.parameters();
    if (address.kind() == DatabaseKind.H2) {
      file.set(address.database());
    } else {
      host.set(address.host());
      port.set(address.port());
      database.set(address.database());
    }
    filling = false;
  }

  ObjectProperty<DatabaseKind> kindProperty() {
    return kind;
  }

  StringProperty hostProperty() {
    return host;
  }

  StringProperty portProperty() {
    return port;
  }

  /** The name of a server's database. */
  StringProperty databaseProperty() {
    return database;
  }

  /** The path of a file of H2. */
  StringProperty fileProperty() {
    return file;
  }

  StringProperty urlProperty() {
    return url;
  }

  StringProperty userProperty() {
    return user;
  }

  StringProperty passwordProperty() {
    return password;
  }

  /** Remembers the URL for the next time; never who connects. */
  void remember() {
    settings.put(LAST, url.get().strip());
  }

  /** What was typed, to be used off the FX thread. */
  Typed typed() {
    String name = user.get().isBlank() ? null : user.get().strip();
    String secret = password.get().isEmpty() ? null : password.get();
    return new Typed(url.get(), name, secret, environment);
  }

  /** What was typed. */
  static final class Typed {
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Map<String, String> environment;

    private Typed(
        String url,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> environment) {
      this.url = url;
      this.user = user;
      this.password = password;
      this.environment = environment;
    }

    /** Whether it is a file that others of this process may have open too. */
    boolean isFile() {
      DatabaseAddress address = DatabaseAddress.of(url);
      return address == null || address.kind() == DatabaseKind.H2;
    }

    JdbcUrl place() throws DatabaseException {
      return JdbcUrl.parse(url);
    }

    /**
     * Who connects: what was typed, else the login of the environment where that is for this very
     * database. The URL may have come with a mapping, which must not get a login by naming a host.
     */
    Login login() throws DatabaseException {
      if (user != null || password != null) {
        return new Login(user, password, null);
      }
      Login known = Login.of(environment);
      String only = known.only();
      return only != null && JdbcUrl.parse(only).isSamePlace(place()) ? known : Login.NONE;
    }

    /** What people call who connects, for messages; "" for nobody. */
    String who() {
      return user == null ? "" : user;
    }
  }
}
