package fieldloom.store.h2;

import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of the table of documents; what is in it has not been checked against the seal yet. */
record DocumentRow(
    long id,
    long workspace,
    String path,
    @Nullable Kind kindRead,
    int newest,
    boolean deleted,
    byte[] seal) {

  static DocumentRow map(ResultSet row, StatementContext context) throws SQLException {
    return new DocumentRow(
        row.getLong("id"),
        row.getLong("workspace"),
        row.getString("path"),
        Enums.find(Kind.class, row.getString("kind")),
        row.getInt("newest"),
        row.getBoolean("deleted"),
        row.getBytes("seal"));
  }

  /** The row of a document, deleted or not, checked; null where there never was one. */
  static @Nullable DocumentRow find(Handle h, long workspace, String path) throws StoreException {
    DocumentRow row =
        h.createQuery("SELECT * FROM document WHERE workspace = ? AND path = ?")
            .bind(0, workspace)
            .bind(1, path)
            .map(DocumentRow::map)
            .findOne()
            .orElse(null);
    if (row != null) {
      row.check();
    }
    return row;
  }

  static DocumentRow insert(Handle h, DocumentRow row) {
    h.execute(
        "INSERT INTO document (id, workspace, path, kind, newest, deleted, seal)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        row.id,
        row.workspace,
        row.path,
        row.kind().name(),
        row.newest,
        row.deleted,
        row.sealed());
    Rows.added(h, "document");
    return row;
  }

  void update(Handle h) {
    h.execute(
        "UPDATE document SET kind = ?, newest = ?, deleted = ?, seal = ? WHERE id = ?",
        kind().name(),
        newest,
        deleted,
        sealed(),
        id);
  }

  DocumentRow with(Kind newKind, int newNewest, boolean nowDeleted) {
    return new DocumentRow(id, workspace, path, newKind, newNewest, nowDeleted, seal);
  }

  Kind kind() {
    if (kindRead == null) {
      throw new IllegalStateException("the row has not been checked");
    }
    return kindRead;
  }

  void check() throws StoreException {
    String what = "the document \"" + path + "\"";
    if (kindRead == null) {
      throw Rows.damaged(what);
    }
    Rows.check(seal, sealed(), what);
  }

  private byte[] sealed() {
    return Seal.of("document", id, workspace, path, kind(), newest, deleted);
  }
}
