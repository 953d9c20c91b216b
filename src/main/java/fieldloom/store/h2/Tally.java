package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** Holds tables against the number of rows they must have. */
final class Tally {
  private static final int TABLES = 6;

  private Tally() {}

  /** Counts by reading: H2's own count trusts a number on the root page. */
  static void check(Handle h, Path folder) throws StoreException {
    int right =
        h.createQuery(
                "SELECT COUNT(*) FROM tally t WHERE t.rows_there = CASE t.name"
                    + " WHEN 'workspace' THEN (SELECT COUNT(*) FROM workspace WHERE id + 0 >= 0)"
                    + " WHEN 'document' THEN (SELECT COUNT(*) FROM document WHERE id + 0 >= 0)"
                    + " WHEN 'version' THEN (SELECT COUNT(*) FROM version WHERE version + 0 >= 0)"
                    + " WHEN 'job' THEN (SELECT COUNT(*) FROM job WHERE id + 0 >= 0)"
                    + " WHEN 'run' THEN (SELECT COUNT(*) FROM run WHERE id + 0 >= 0)"
                    + " WHEN 'counter' THEN"
                    + " (SELECT COUNT(*) FROM counter WHERE workspace + 0 >= 0) END")
            .mapTo(Integer.class)
            .one();
    if (right != TABLES) {
      throw Reasons.damaged(folder, null);
    }
  }
}
