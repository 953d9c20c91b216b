package fieldloom.pack;

import fieldloom.pack.PackageContent.Kind;
import fieldloom.pack.PackageContent.Part;
import fieldloom.store.Store;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.Store.NewDocument;
import fieldloom.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Saves a package in a workspace, all of it or nothing. */
final class StoreImport {
  private final Store store;
  private final long workspace;
  private final PackageContent content;
  private final boolean overwrite;

  StoreImport(Store store, long workspace, PackageContent content, boolean overwrite) {
    this.store = store;
    this.workspace = workspace;
    this.content = content;
    this.overwrite = overwrite;
  }

  List<DocumentInfo> run() throws PackException {
    try {
      List<NewDocument> documents = new ArrayList<>();
      for (Part part : content.parts()) {
        checkPlace(part);
        documents.add(new NewDocument(kind(part.kind()), part.path(), content.read(part)));
      }
      documents.sort(Comparator.comparing(document -> document.kind() == Store.Kind.MAPPING));
      return store.saveAll(workspace, documents, List.of());
    } catch (StoreException e) {
      throw new PackException(
          "The package “" + content.name() + "” is not imported: " + e.getMessage(), e);
    }
  }

  private void checkPlace(Part part) throws StoreException, PackException {
    Optional<Store.Document> before = store.document(workspace, part.path());
    boolean other = before.isPresent() && !before.get().info().sha256().equals(part.sha256());
    if (other && !overwrite) {
      throw new PackException(
          "The package “"
              + content.name()
              + "” is not imported: the workspace has another “"
              + part.path()
              + "”; replace it or import into another workspace.");
    }
  }

  private static Store.Kind kind(Kind kind) {
    return switch (kind) {
      case MAPPING -> Store.Kind.MAPPING;
      case SCHEMA -> Store.Kind.SCHEMA;
      case TABLE -> Store.Kind.TABLE;
      case SAMPLE, EXPECTED -> Store.Kind.SAMPLE;
      case OTHER -> Store.Kind.OTHER;
    };
  }
}
