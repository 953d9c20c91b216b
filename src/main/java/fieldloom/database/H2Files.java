package fieldloom.database;

import fieldloom.store.Stores;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Keeps runs off files that are not to be opened: the databases that Fieldloom keeps its own
 * documents in, and those that run programs of their own.
 */
final class H2Files {
  private H2Files() {}

  /**
   * Refuses a store.
   *
   * @param place path of an H2 database without its ending, {@code ~} for the user's folder
   */
  static void refuse(String place) throws DatabaseException {
    Path file = file(place);
    if (Stores.isStore(file)) {
      throw new DatabaseException(
          "The database "
              + file
              + " is a store of Fieldloom itself; name another, mappings do not read or write it.");
    }
  }

  /**
   * Refuses a database that does more than hold tables, before H2 opens it: it would run what
   * stands in it with all that the user may do.
   *
   * @param place as above
   */
  static void refuseActive(String place) throws DatabaseException {
    Path file = file(place);
    String active = Stores.active(file);
    if (active != null) {
      throw new DatabaseException(
          "The database "
              + file
              + " does more than hold tables: it has a statement with "
              + active.toUpperCase(Locale.ROOT)
              + ", which can run programs or reach other places as soon as it is opened; drop that"
              + " in it with H2 itself if you trust it, or use an export of its tables.");
    }
  }

  private static Path file(String place) throws DatabaseException {
    try {
      String plain =
          place.startsWith("~") ? System.getProperty("user.home") + place.substring(1) : place;
      return Path.of(plain + ".mv.db");
    } catch (InvalidPathException e) {
      throw new DatabaseException(
          "The database URL jdbc:h2:" + place + " is no file name; name another.", e);
    }
  }
}
