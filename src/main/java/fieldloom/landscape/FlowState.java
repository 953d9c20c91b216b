package fieldloom.landscape;

import fieldloom.store.Store;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a flow goes.
 *
 * @param health of its last run
 * @param last its last run; null where it never ran
 * @param records written in the last 24 hours
 * @param failed records that failed in the last run
 */
public record FlowState(Health health, Store.@Nullable Run last, long records, long failed) {
  /** The state of what never ran. */
  public static final FlowState NEVER = new FlowState(Health.NEVER, null, 0, 0);

  /** From what needs no look to what needs one most. */
  public enum Health {
    NEVER,
    GOOD,
    RUNNING,
    /** Some of its records failed, others were written. */
    WARNINGS,
    /** It failed or was interrupted, or all of its records failed. */
    ERRORS
  }

  /** The state that speaks for several: the worst, with their records added up. */
  public static FlowState of(List<FlowState> states) {
    FlowState worst = states.stream().max(Comparator.comparing(FlowState::health)).orElse(NEVER);
    return new FlowState(
        worst.health,
        worst.last,
        states.stream().mapToLong(FlowState::records).sum(),
        states.stream().mapToLong(FlowState::failed).sum());
  }
}
