package fieldloom.store;

import fieldloom.model.Resources;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a workspace that stand beside a mapping, as its schemas and tables name them.
 */
public final class StoreResources implements Resources {
  private final Store store;
  private final long workspace;
  private final String folder;

  /**
   * @param document a document's path; names are read from its folder on
   */
  public StoreResources(Store store, long workspace, String document) {
    this.store = store;
    this.workspace = workspace;
    this.folder = DocumentPath.folder(document);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new ByteArrayInputStream(read(name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    String nameFault = name.isEmpty() ? "is empty" : DocumentPath.fault(DocumentPath.in("", name));
    String path = DocumentPath.in(folder, name);
    @Nullable String fault = nameFault != null ? nameFault : DocumentPath.fault(path);
    if (fault != null) {
      throw new IOException("The file name \"" + name + "\" " + fault + ".");
    }
    try {
      return store
          .document(workspace, path)
          .map(Store.Document::content)
          .orElseThrow(
              () ->
                  new FileNotFoundException(
                      "There is no \"" + path + "\" in the workspace; import it there."));
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
