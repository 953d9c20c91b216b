package fieldloom.store.h2;

import fieldloom.store.DocumentPath;
import fieldloom.store.Store.Document;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Documents and their versions. */
final class Documents {
  private final Clock clock;
  private final Workspaces workspaces;

  Documents(Clock clock, Workspaces workspaces) {
    this.clock = clock;
    this.workspaces = workspaces;
  }

  List<DocumentInfo> all(Handle h, long workspace) throws StoreException {
    List<DocumentRow> rows =
        h.createQuery("SELECT * FROM document WHERE workspace = ? ORDER BY path")
            .bind(0, workspace)
            .map(DocumentRow::map)
            .list();
    List<DocumentInfo> infos = new ArrayList<>();
    for (DocumentRow row : rows) {
      row.check();
      if (!row.deleted()) {
        infos.add(VersionRow.one(h, row, row.newest()).info(row));
      }
    }
    return infos;
  }

  Optional<Document> newest(Handle h, long workspace, String path) throws StoreException {
    DocumentRow row = DocumentRow.find(h, workspace, path);
    return row == null || row.deleted()
        ? Optional.empty()
        : Optional.of(read(h, row, VersionRow.one(h, row, row.newest())));
  }

  List<DocumentInfo> versions(Handle h, long workspace, String path) throws StoreException {
    DocumentRow row = DocumentRow.find(h, workspace, path);
    return row == null ? List.of() : VersionRow.all(h, row);
  }

  Optional<Document> version(Handle h, long workspace, String path, int version)
      throws StoreException {
    DocumentRow row = DocumentRow.find(h, workspace, path);
    return row == null || version < 1 || version > row.newest()
        ? Optional.empty()
        : Optional.of(read(h, row, VersionRow.one(h, row, version)));
  }

  private static Document read(Handle h, DocumentRow row, VersionRow version)
      throws StoreException {
    return new Document(
        version.info(row), Contents.get(h, version.ref(), version.what(row.path())));
  }

  DocumentInfo save(Handle h, long workspace, Kind kind, String path, byte[] content)
      throws StoreException {
    String fault = DocumentPath.fault(path);
    if (fault != null) {
      throw new StoreException("The document path \"" + path + "\" " + fault + ".");
    }
    workspaces.used(h, workspace);
    DocumentRow there = DocumentRow.find(h, workspace, path);
    DocumentRow row =
        there != null
            ? there
            : DocumentRow.insert(
                h,
                new DocumentRow(
                    Rows.nextId(h, "document_id"), workspace, path, kind, 0, false, new byte[0]));
    VersionRow newest = there == null ? null : VersionRow.one(h, there, there.newest());
    if (newest != null && same(newest, content)) {
      DocumentRow kept = row.with(kind, row.newest(), false);
      if (row.deleted() || row.kind() != kind) {
        kept.update(h);
      }
      return newest.info(kept);
    }
    VersionRow version =
        VersionRow.insert(h, row.id(), row.newest() + 1, clock.millis(), Contents.put(h, content));
    DocumentRow grown = row.with(kind, version.version(), false);
    grown.update(h);
    return version.info(grown);
  }

  private static boolean same(VersionRow newest, byte[] content) {
    return newest.ref().size() == content.length
        && newest.ref().sha256().equals(Seal.sha256(content));
  }

  void delete(Handle h, long workspace, String path) throws StoreException {
    @Nullable DocumentRow row = DocumentRow.find(h, workspace, path);
    if (row != null && !row.deleted()) {
      row.with(row.kind(), row.newest(), true).update(h);
      workspaces.used(h, workspace);
    }
  }
}
