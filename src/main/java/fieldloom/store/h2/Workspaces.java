package fieldloom.store.h2;

import fieldloom.store.Store.Workspace;
import fieldloom.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of workspaces. */
final class Workspaces {
  private final Clock clock;

  Workspaces(Clock clock) {
    this.clock = clock;
  }

  private record Row(long id, String name, long usedMs, byte[] seal) {
    static Row map(ResultSet row, StatementContext context) throws SQLException {
      return new Row(
          row.getLong("id"), row.getString("name"), row.getLong("used_ms"), row.getBytes("seal"));
    }

    Workspace checked() throws StoreException {
      Rows.check(seal, Seal.of("workspace", id, name, usedMs), "the workspace \"" + name + "\"");
      return new Workspace(id, name, Instant.ofEpochMilli(usedMs));
    }
  }

  List<Workspace> all(Handle h) throws StoreException {
    List<Workspace> all = new ArrayList<>();
    for (Row row : h.createQuery("SELECT * FROM workspace ORDER BY used_ms DESC").map(Row::map)) {
      all.add(row.checked());
    }
    return all;
  }

  Workspace named(Handle h, String name) throws StoreException {
    if (name.isBlank() || name.length() > 1_000) {
      throw new StoreException("A workspace needs a name of 1 to 1,000 characters.");
    }
    Optional<Row> there =
        h.createQuery("SELECT * FROM workspace WHERE name = ?")
            .bind(0, name)
            .map(Row::map)
            .findOne();
    if (there.isPresent()) {
      return use(h, there.get().checked());
    }
    long id = Rows.nextId(h, "workspace_id");
    long now = usedNow(h);
    h.execute(
        "INSERT INTO workspace (id, name, used_ms, seal) VALUES (?, ?, ?, ?)",
        id,
        name,
        now,
        Seal.of("workspace", id, name, now));
    Rows.added(h, "workspace");
    return new Workspace(id, name, Instant.ofEpochMilli(now));
  }

  /** Finds a workspace that must be there, and notes that it is in use. */
  Workspace used(Handle h, long id) throws StoreException {
    return use(h, one(h, id));
  }

  Workspace one(Handle h, long id) throws StoreException {
    Optional<Row> row =
        h.createQuery("SELECT * FROM workspace WHERE id = ?").bind(0, id).map(Row::map).findOne();
    if (row.isEmpty()) {
      throw new StoreException("There is no workspace " + id + " in this store.");
    }
    return row.get().checked();
  }

  private Workspace use(Handle h, Workspace workspace) {
    long now = usedNow(h);
    h.execute(
        "UPDATE workspace SET used_ms = ?, seal = ? WHERE id = ?",
        now,
        Seal.of("workspace", workspace.id(), workspace.name(), now),
        workspace.id());
    return new Workspace(workspace.id(), workspace.name(), Instant.ofEpochMilli(now));
  }

  /** Later than every other use, even within one millisecond or under a clock set back. */
  private long usedNow(Handle h) {
    long last =
        h.createQuery("SELECT COALESCE(MAX(used_ms), 0) FROM workspace").mapTo(Long.class).one();
    return Math.max(clock.millis(), last + 1);
  }
}
