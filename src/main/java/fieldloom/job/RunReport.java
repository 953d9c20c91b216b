package fieldloom.job;

import fieldloom.store.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param state SUCCEEDED also where records were skipped; FAILED where the first bad record or the
 *     outside world ended it; CANCELLED
 * @param message why it failed, one sentence; null where it did not
 */
public record RunReport(
    Store.RunState state, Store.Counts counts, Duration took, @Nullable String message) {}
