package fieldloom.ui.landscape;

import fieldloom.landscape.Edge;
import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowState.Health;
import fieldloom.store.Store.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/**
 * An area in numbers.
 *
 * @param ranToday flows whose last run began today
 * @param failing flows whose last run had errors
 * @param errors records that failed in those runs
 * @param byHealth flows by how they go
 */
public record Figures(
    int systems,
    int flows,
    int ranToday,
    int failing,
    long errors,
    Map<FlowState.Health, Integer> byHealth) {
  static final Figures NONE = new Figures(0, 0, 0, 0, 0, Map.of());

  static Figures of(AreaPicture picture, Map<String, FlowState> states, Instant now) {
    Map<Health, Integer> byHealth = new EnumMap<>(Health.class);
    int flows = 0;
    int today = 0;
    int failing = 0;
    long errors = 0;
    for (Edge edge : picture.edges().values()) {
      for (Flow flow : edge.flows()) {
        FlowState state = states.getOrDefault(flow.id(), FlowState.NEVER);
        flows++;
        byHealth.merge(state.health(), 1, Integer::sum);
        today += state.last() != null && isToday(state.last(), now) ? 1 : 0;
        boolean fails = state.failed() > 0 || state.health() == Health.ERRORS;
        failing += fails ? 1 : 0;
        errors += state.failed();
      }
    }
    return new Figures(picture.systems().size(), flows, today, failing, errors, byHealth);
  }

  private static boolean isToday(Run run, Instant now) {
    return day(run.started()).equals(day(now));
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneId.systemDefault()).toLocalDate();
  }
}
