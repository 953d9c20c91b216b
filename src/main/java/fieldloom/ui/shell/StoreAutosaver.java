package fieldloom.ui.shell;

import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.FormulaDraft;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Saves every edit of a mapping as a new version of its document in the store. */
final class StoreAutosaver implements Autosaver {
  private final Store store;
  private final long workspace;
  private final String path;

  StoreAutosaver(Store store, long workspace, String path) {
    this.store = store;
    this.workspace = workspace;
    this.path = path;
  }

  @Override
  public int save(Mapping mapping) throws StoreException {
    return store.save(workspace, Store.Kind.MAPPING, path, MappingFile.write(mapping)).version();
  }

  @Override
  public void saveDraft(@Nullable FormulaDraft draft) throws StoreException {
    store.saveDraft(workspace, path, draft == null ? null : draft.encode());
  }

  @Override
  public Optional<FormulaDraft> draft() throws StoreException {
    return store.draft(workspace, path).flatMap(FormulaDraft::decode);
  }
}
