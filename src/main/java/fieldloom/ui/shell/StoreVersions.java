package fieldloom.ui.shell;

import fieldloom.job.ProjectLoader;
import fieldloom.model.difference.Differences;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import fieldloom.ui.history.VersionSource;
import java.util.List;

/** The versions of a mapping in the store. */
final class StoreVersions implements VersionSource {
  private final Store store;
  private final long workspace;
  private final String path;
  private final ProjectLoader loader;

  StoreVersions(ShellServices services, String path) {
    this.store = services.store();
    this.workspace = services.workspace().id();
    this.path = path;
    this.loader = services.loader();
  }

  @Override
  public List<Saved> list() throws StoreException {
    return store.versions(workspace, path).stream()
        .map(info -> new Saved(info.version(), info.saved()))
        .toList();
  }

  @Override
  public Differences.Version load(int number) throws StoreException, PackException {
    Store.Document document =
        store
            .version(workspace, path, number)
            .orElseThrow(
                () ->
                    new StoreException(
                        "There is no version "
                            + number
                            + " of \""
                            + path
                            + "\" in the workspace."));
    Project project =
        loader.load(document.content(), path, new StoreResources(store, workspace, path));
    return new Differences.Version(project.mapping(), project.schemas());
  }
}
