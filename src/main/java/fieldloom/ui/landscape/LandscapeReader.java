package fieldloom.ui.landscape;

import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowStates;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeException;
import fieldloom.landscape.LandscapeFile;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the landscape shows from the store. Off the FX thread; thread-safe. */
final class LandscapeReader {
  private final Store store;
  private final long workspace;
  private final Clock clock;

  /**
   * What a flow can be given.
   *
   * @param mappings paths in the workspace
   */
  record Offer(List<String> mappings, List<Job> jobs) {
    static final Offer NONE = new Offer(List.of(), List.of());
  }

  /**
   * What was read.
   *
   * @param landscape null where the workspace has none, or none that can be read
   * @param problem why it cannot be read; null where it can
   */
  record Found(
      @Nullable Landscape landscape,
      @Nullable String problem,
      Map<String, FlowState> states,
      Offer offer) {}

  LandscapeReader(Store store, long workspace, Clock clock) {
    this.store = store;
    this.workspace = workspace;
    this.clock = clock;
  }

  Found read() throws StoreException {
    Offer offer =
        new Offer(
            store.documents(workspace).stream()
                .filter(info -> info.kind() == Store.Kind.MAPPING)
                .map(Store.DocumentInfo::path)
                .toList(),
            store.jobs(workspace));
    Optional<Store.Document> document = store.document(workspace, Landscape.PATH);
    if (document.isEmpty()) {
      return new Found(null, null, Map.of(), offer);
    }
    try {
      Landscape landscape = LandscapeFile.read(document.get().content());
      return new Found(
          landscape, null, FlowStates.read(store, workspace, landscape, clock.instant()), offer);
    } catch (LandscapeException e) {
      return new Found(null, e.getMessage(), Map.of(), offer);
    }
  }

  FlowDetails details(Flow flow) throws StoreException {
    return FlowDetails.read(flow, store, workspace);
  }
}
