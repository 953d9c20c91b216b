package fieldloom.ui.shell;

import fieldloom.catalog.CatalogDocument;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import fieldloom.ui.catalog.CatalogPair;
import java.io.IOException;
import java.util.List;

/** Makes a mapping of two documents of the catalog, with the source's samples beside it. */
record CatalogMapping(CatalogPair pair) {

  /**
   * Puts samples and mapping into a folder of their own in the workspace.
   *
   * @return path of the mapping
   */
  String create(WorkspaceFiles files) throws StoreException, IOException {
    String folder = freeFolder(files, NewMapping.slug(pair.name()));
    String path = folder + "/" + folder + ".flmap";
    for (String sample : pair.source().samples()) {
      files
          .store()
          .save(
              files.workspace(),
              Kind.SAMPLE,
              folder + "/samples/" + sample,
              pair.catalog().sample(pair.source(), sample));
    }
    files.store().save(files.workspace(), Kind.MAPPING, path, MappingFile.write(mapping()));
    return path;
  }

  private static String freeFolder(WorkspaceFiles files, String wanted) throws StoreException {
    List<String> there =
        files.store().documents(files.workspace()).stream().map(DocumentInfo::path).toList();
    String folder = wanted;
    for (int n = 2; isTaken(there, folder + "/"); n++) {
      folder = wanted + "-" + n;
    }
    return folder;
  }

  private static boolean isTaken(List<String> there, String folder) {
    return there.stream().anyMatch(path -> path.startsWith(folder));
  }

  /** Documents of one name are told apart by their systems. */
  private Mapping mapping() {
    CatalogDocument from = pair.source();
    CatalogDocument to = pair.target();
    String source = NewMapping.plainName(from.name());
    String target = NewMapping.plainName(to.name());
    if (source.equals(target)) {
      source = NewMapping.plainName(from.id());
      target = NewMapping.plainName(to.id());
    }
    return Mapping.empty(
        pair.name(),
        document(source, from),
        document(target.equals(source) ? target + "2" : target, to));
  }

  private static Document document(String name, CatalogDocument document) {
    return new Document(name, "json", new SchemaRef.Catalog(document.id()));
  }
}
