package fieldloom.store.h2;

import fieldloom.store.StoreException;
import fieldloom.store.TakenNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The last number that was taken of each sequence. */
final class Counters {
  private static final int LONGEST_NAME = 200;

  private final Workspaces workspaces;

  Counters(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  private record Row(long lastTaken, byte[] seal) {
    static Row map(ResultSet row, StatementContext context) throws SQLException {
      return new Row(row.getLong("last_taken"), row.getBytes("seal"));
    }
  }

  TakenNumbers take(Handle h, long workspace, String name, long start, long step, int count)
      throws StoreException {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new StoreException("A sequence needs a name of 1 to " + LONGEST_NAME + " characters.");
    }
    workspaces.one(h, workspace);
    Long before = lastTaken(h, workspace, name);
    TakenNumbers taken = TakenNumbers.after(name, before, start, step, count);
    if (before == null) {
      h.execute(
          "INSERT INTO counter (workspace, name, last_taken, seal) VALUES (?, ?, ?, ?)",
          workspace,
          name,
          taken.last(),
          seal(workspace, name, taken.last()));
      Rows.added(h, "counter");
    } else {
      set(h, workspace, name, taken.last());
    }
    return taken;
  }

  void giveBack(Handle h, long workspace, TakenNumbers taken, long lastUsed) throws StoreException {
    Long now = lastTaken(h, workspace, taken.name());
    if (now != null && now == taken.last()) {
      set(h, workspace, taken.name(), lastUsed);
    }
  }

  private static @Nullable Long lastTaken(Handle h, long workspace, String name)
      throws StoreException {
    Optional<Row> row =
        h.createQuery("SELECT * FROM counter WHERE workspace = ? AND name = ?")
            .bind(0, workspace)
            .bind(1, name)
            .map(Row::map)
            .findOne();
    if (row.isEmpty()) {
      return null;
    }
    long last = row.get().lastTaken();
    Rows.check(row.get().seal(), seal(workspace, name, last), "the sequence \"" + name + "\"");
    return last;
  }

  private static void set(Handle h, long workspace, String name, long last) {
    h.execute(
        "UPDATE counter SET last_taken = ?, seal = ? WHERE workspace = ? AND name = ?",
        last,
        seal(workspace, name, last),
        workspace,
        name);
  }

  private static byte[] seal(long workspace, String name, long last) {
    return Seal.of("counter", workspace, name, last);
  }
}
