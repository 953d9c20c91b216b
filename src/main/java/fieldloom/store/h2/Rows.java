package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What all tables of the store have in common. */
final class Rows {
  private Rows() {}

  /** The next id of a sequence; the name is always one of our own. */
  static long nextId(Handle h, String sequence) {
    return h.createQuery("SELECT NEXT VALUE FOR " + sequence).mapTo(Long.class).one();
  }

  /**
   * Checks a row against its seal.
   *
   * @param what the row, for the message
   */
  static void check(byte @Nullable [] seal, byte[] expected, String what) throws StoreException {
    if (!Arrays.equals(seal, expected)) {
      throw damaged(what);
    }
  }

  static StoreException damaged(String what) {
    return new StoreException(
        "The store is damaged: "
            + what
            + " is not what was saved; take an earlier version or a backup of the store.");
  }

  /** Notes that a table has one row more. */
  static void added(Handle h, String table) {
    h.execute("UPDATE tally SET rows_there = rows_there + 1 WHERE name = ?", table);
  }
}
