package fieldloom.store.h2;

import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table of versions. */
record VersionRow(long document, int version, long savedMs, Contents.Ref ref, byte[] seal) {

  private static VersionRow map(ResultSet row, StatementContext context) throws SQLException {
    return new VersionRow(
        row.getLong("document"),
        row.getInt("version"),
        row.getLong("saved_ms"),
        Contents.Ref.map(row, context),
        row.getBytes("seal"));
  }

  /** A version that must be there, checked. */
  static VersionRow one(Handle h, DocumentRow document, int version) throws StoreException {
    Optional<VersionRow> row =
        h.createQuery("SELECT * FROM version WHERE document = ? AND version = ?")
            .bind(0, document.id())
            .bind(1, version)
            .map(VersionRow::map)
            .findOne();
    if (row.isEmpty()) {
      throw Rows.damaged("version " + version + " of \"" + document.path() + "\"");
    }
    row.get().check(document.path());
    return row.get();
  }

  /** All versions, the newest first, checked to be all there. */
  static List<DocumentInfo> all(Handle h, DocumentRow document) throws StoreException {
    List<VersionRow> rows =
        h.createQuery("SELECT * FROM version WHERE document = ? ORDER BY version DESC")
            .bind(0, document.id())
            .map(VersionRow::map)
            .list();
    List<DocumentInfo> infos = new ArrayList<>();
    for (VersionRow row : rows) {
      row.check(document.path());
      infos.add(row.info(document));
    }
    if (rows.size() != document.newest()) {
      throw Rows.damaged("the list of versions of \"" + document.path() + "\"");
    }
    return infos;
  }

  static VersionRow insert(Handle h, long document, int version, long savedMs, Contents.Ref ref) {
    VersionRow row = new VersionRow(document, version, savedMs, ref, new byte[0]);
    h.execute(
        "INSERT INTO version (document, version, saved_ms, content, parts, packed, size, sha256,"
            + " seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        document,
        version,
        savedMs,
        ref.content(),
        ref.parts(),
        ref.packed(),
        ref.size(),
        ref.sha256(),
        row.sealed());
    Rows.added(h, "version");
    return row;
  }

  DocumentInfo info(DocumentRow row) {
    return new DocumentInfo(
        row.kind(), row.path(), version, Instant.ofEpochMilli(savedMs), ref.size(), ref.sha256());
  }

  String what(String path) {
    return "version " + version + " of \"" + path + "\"";
  }

  private void check(String path) throws StoreException {
    Rows.check(seal, sealed(), what(path));
  }

  private byte[] sealed() {
    return Seal.of("version", document, version, savedMs, ref);
  }
}
