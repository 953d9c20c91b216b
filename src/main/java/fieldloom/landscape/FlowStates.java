package fieldloom.landscape;

import fieldloom.landscape.FlowState.Health;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the flows of a landscape go, told by the runs in the store. */
public final class FlowStates {
  /** The time whose records are counted. */
  public static final Duration SPAN = Duration.ofHours(24);

  private static final int RUNS = 5_000;

  private FlowStates() {}

  /**
   * Reads them.
   *
   * @param now records are counted over the {@link #SPAN} before it
   * @return by flow id, one for every flow
   */
  public static Map<String, FlowState> read(
      Store store, long workspace, Landscape landscape, Instant now) throws StoreException {
    Map<String, List<Store.Run>> byJob = new HashMap<>();
    Map<String, List<Store.Run>> byMapping = new HashMap<>();
    for (Store.Run run : store.runs(workspace, null, RUNS)) {
      if (run.job() != null) {
        byJob.computeIfAbsent(run.jobName(), name -> new ArrayList<>()).add(run);
      } else {
        byMapping.computeIfAbsent(run.mapping(), path -> new ArrayList<>()).add(run);
      }
    }
    Map<String, FlowState> states = new LinkedHashMap<>();
    for (Flow flow : landscape.flows()) {
      List<Store.Run> runs = new ArrayList<>(of(byJob, flow.job()));
      runs.addAll(of(byMapping, flow.mapping()));
      states.put(flow.id(), state(runs, now));
    }
    return states;
  }

  private static List<Store.Run> of(Map<String, List<Store.Run>> runs, @Nullable String name) {
    return name == null ? List.of() : runs.getOrDefault(name, List.of());
  }

  private static FlowState state(List<Store.Run> runs, Instant now) {
    Store.@Nullable Run last = null;
    long records = 0;
    for (Store.Run run : runs) {
      if (last == null || run.id() > last.id()) {
        last = run;
      }
      if (!run.started().isBefore(now.minus(SPAN))) {
        records += run.counts().written();
      }
    }
    return last == null
        ? FlowState.NEVER
        : new FlowState(health(last), last, records, last.counts().failed());
  }

  private static Health health(Store.Run run) {
    Store.Counts counts = run.counts();
    return switch (run.state()) {
      case RUNNING -> Health.RUNNING;
      case FAILED, INTERRUPTED ->
          counts.failed() > 0 && counts.written() > 0 ? Health.WARNINGS : Health.ERRORS;
      case SUCCEEDED, CANCELLED ->
          counts.failed() == 0
              ? Health.GOOD
              : counts.written() > 0 ? Health.WARNINGS : Health.ERRORS;
    };
  }
}
