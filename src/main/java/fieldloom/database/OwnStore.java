package fieldloom.database;

import fieldloom.store.Stores;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Keeps runs off the databases that Fieldloom keeps its own documents in. */
final class OwnStore {
  private OwnStore() {}

  /**
   * Refuses a store.
   *
   * @param place path of an H2 database without its ending, {@code ~} for the user's folder
   */
  static void refuse(String place) throws DatabaseException {
    Path file;
    try {
      String plain =
          place.startsWith("~") ? System.getProperty("user.home") + place.substring(1) : place;
      file = Path.of(plain + ".mv.db");
    } catch (InvalidPathException e) {
      throw new DatabaseException(
          "The database URL jdbc:h2:" + place + " is no file name; name another.", e);
    }
    if (Stores.isStore(file)) {
      throw new DatabaseException(
          "The database "
              + file
              + " is a store of Fieldloom itself; name another, mappings do not read or write it.");
    }
  }
}
