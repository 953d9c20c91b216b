package fieldloom.ui.landscape;

import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowState.Health;
import fieldloom.landscape.Landscape;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/** How flows go: what the store says of them, with what runs in this window on top. */
final class LiveStates {
  private Map<String, FlowState> stored = Map.of();
  private Map<String, Counts> running = Map.of();

  void read(Map<String, FlowState> states) {
    stored = states;
  }

  /**
   * @param byJob the runs that go on, by the job's name
   * @return whether others go on than before
   */
  boolean running(Map<String, Counts> byJob) {
    boolean others = !byJob.keySet().equals(running.keySet());
    running = Map.copyOf(byJob);
    return others;
  }

  /** By flow id, one for every flow. */
  Map<String, FlowState> of(Landscape landscape) {
    Map<String, FlowState> states = new LinkedHashMap<>();
    for (Flow flow : landscape.flows()) {
      FlowState state = stored.getOrDefault(flow.id(), FlowState.NEVER);
      Counts counts = flow.job() == null ? null : running.get(flow.job());
      states.put(flow.id(), counts == null ? state : moving(state, counts));
    }
    return states;
  }

  /** The store may know of the run already; its records count once. */
  private static FlowState moving(FlowState state, Counts counts) {
    Run last = state.last();
    long before =
        state.health() == Health.RUNNING && last != null
            ? state.records() - last.counts().written()
            : state.records();
    return new FlowState(Health.RUNNING, last, before + counts.written(), counts.failed());
  }
}
