package fieldloom.store.h2;

import fieldloom.store.DocumentPath;
import fieldloom.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What is being typed and not applied yet, one text a document. */
final class Drafts {
  private final Workspaces workspaces;

  Drafts(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  private record Row(long workspace, String path, Contents.Ref ref, byte[] seal) {
    static Row map(ResultSet row, StatementContext context) throws SQLException {
      return new Row(
          row.getLong("workspace"),
          row.getString("path"),
          Contents.Ref.map(row, context),
          row.getBytes("seal"));
    }
  }

  void save(Handle h, long workspace, String path, @Nullable String content) throws StoreException {
    String fault = DocumentPath.fault(path);
    if (fault != null) {
      throw new StoreException("The document path \"" + path + "\" " + fault + ".");
    }
    workspaces.one(h, workspace);
    find(h, workspace, path).ifPresent(old -> Contents.remove(h, old.ref().content()));
    h.execute("DELETE FROM draft WHERE workspace = ? AND path = ?", workspace, path);
    if (content == null) {
      return;
    }
    Contents.Ref ref = Contents.put(h, content.getBytes(StandardCharsets.UTF_8));
    h.execute(
        "INSERT INTO draft (workspace, path, content, parts, packed, size, sha256, seal)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        workspace,
        path,
        ref.content(),
        ref.parts(),
        ref.packed(),
        ref.size(),
        ref.sha256(),
        Seal.of("draft", workspace, path, ref));
  }

  Optional<String> read(Handle h, long workspace, String path) throws StoreException {
    Optional<Row> found = find(h, workspace, path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Row row = found.get();
    String what = "the draft of \"" + path + "\"";
    Rows.check(row.seal(), Seal.of("draft", row.workspace(), row.path(), row.ref()), what);
    return Optional.of(new String(Contents.get(h, row.ref(), what), StandardCharsets.UTF_8));
  }

  private static Optional<Row> find(Handle h, long workspace, String path) {
    return h.createQuery("SELECT * FROM draft WHERE workspace = ? AND path = ?")
        .bind(0, workspace)
        .bind(1, path)
        .map(Row::map)
        .findOne();
  }
}
