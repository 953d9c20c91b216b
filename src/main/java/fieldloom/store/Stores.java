package fieldloom.store;

import fieldloom.store.h2.H2Code;
import fieldloom.store.h2.H2Store;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens stores, and says where the user's own is. */
public final class Stores {
  /** The environment variable that puts the user's store into another folder. */
  public static final String HOME_VARIABLE = "FIELDLOOM_HOME";

  private Stores() {}

  /**
   * Opens the store in a folder; folder and store are made where there are none, for the user's
   * eyes only. Runs that a dead process left running become interrupted.
   *
   * @throws StoreException where another process holds it, a newer Fieldloom made it, or what
   *     stands there is no store or a damaged one; nothing has been changed then
   */
  public static Store open(Path folder) throws StoreException {
    return H2Store.open(folder);
  }

  /** The folder of the user's store on this machine. */
  public static Path defaultFolder() {
    return defaultFolder(
        System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
  }

  /**
   * The folder of a user's store: FIELDLOOM_HOME where it is set, else the platform's own place.
   *
   * @param env environment variables
   * @param osName as the system property {@code os.name} has it
   * @param home the user's home folder
   */
  public static Path defaultFolder(Map<String, String> env, String osName, String home) {
    String own = text(env, HOME_VARIABLE);
    if (own != null) {
      return Path.of(own).toAbsolutePath();
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String appData = text(env, "APPDATA");
      Path roaming = appData == null ? Path.of(home, "AppData", "Roaming") : Path.of(appData);
      return roaming.resolve("Fieldloom");
    }
    if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Fieldloom");
    }
    String xdg = text(env, "XDG_DATA_HOME");
    // The XDG specification has relative paths ignored.
    Path data =
        xdg != null && Path.of(xdg).isAbsolute() ? Path.of(xdg) : Path.of(home, ".local", "share");
    return data.resolve("fieldloom");
  }

  /**
   * Whether a database file is, or may become, the one of a store: the user's own, or any that a
   * store's lock lies beside.
   */
  public static boolean isStore(Path file) {
    return H2Store.isStore(file, defaultFolder());
  }

  private static @Nullable String text(Map<String, String> env, String name) {
    String value = env.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /**
   * What an H2 database would do by itself when it is opened, beyond describing its tables.
   *
   * @param file of the database; need not be there
   * @return the word for it, such as {@code trigger} or {@code alias}; null for nothing
   */
  public static @Nullable String active(Path file) {
    return H2Code.find(file);
  }
}
