package fieldloom.ui.landscape;

import fieldloom.landscape.Flow;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the workspace has for a flow.
 *
 * @param mapping name of its mapping; null where it has none or it is gone
 * @param hasJob whether its job is there
 * @param problem why it could not be read; "" where it could
 */
record FlowDetails(Flow flow, @Nullable String mapping, boolean hasJob, String problem) {

  /** That it could not be read. */
  static FlowDetails unread(Flow flow, String problem) {
    return new FlowDetails(flow, null, false, problem);
  }

  static FlowDetails read(Flow flow, Store store, long workspace) throws StoreException {
    boolean hasJob = store.jobs(workspace).stream().anyMatch(job -> job.name().equals(flow.job()));
    return new FlowDetails(flow, mappingName(flow, store, workspace), hasJob, "");
  }

  private static @Nullable String mappingName(Flow flow, Store store, long workspace)
      throws StoreException {
    if (flow.mapping() == null) {
      return null;
    }
    Optional<Store.Document> document = store.document(workspace, flow.mapping());
    if (document.isEmpty()) {
      return null;
    }
    try {
      return MappingFile.read(document.get().content(), flow.mapping()).name();
    } catch (PackException e) {
      // It opens with the reader's own sentence; here its path says which one is meant.
      return flow.mapping();
    }
  }
}
