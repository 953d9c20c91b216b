package fieldloom.app;

import fieldloom.cli.Parts;
import fieldloom.cli.StoredMappings;
import fieldloom.job.JobService;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import fieldloom.ui.Designer;
import fieldloom.ui.DesignerServices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the designer on the user's store. */
final class DesignerWindow implements Parts.Window {
  private static final String FIRST_WORKSPACE = "Workspace";

  private final Path data;
  private final Display display;

  DesignerWindow(Path data, Display display) {
    this.data = data;
    this.display = display;
  }

  @Override
  public int open() throws IOException, StoreException {
    Optional<String> missing = display.noWindow();
    if (missing.isPresent()) {
      throw new IOException(
          missing.get() + " The commands work without a window; see `fieldloom --help`.");
    }
    try (Store store = Stores.open(data)) {
      List<Store.Workspace> workspaces = store.workspaces();
      Store.Workspace last =
          workspaces.isEmpty() ? store.workspace(FIRST_WORKSPACE) : workspaces.getFirst();
      return open(store, last, JobService.outputFolder(data));
    }
  }

  /** Opens it on the sample workspace, whose jobs write into the sample's folder. */
  int openSample(Path folder) throws IOException, StoreException {
    try (Store store = Stores.open(data)) {
      return open(store, store.workspace(Sample.WORKSPACE), folder);
    }
  }

  private int open(Store store, Store.Workspace workspace, Path outputFolder) throws IOException {
    JobService jobs = new JobService(store, StoredMappings::load, outputFolder);
    return Designer.open(
        new DesignerServices(
            store,
            workspace,
            jobs,
            new CarriedSamples(),
            data.resolve("settings.properties"),
            outputFolder));
  }
}
