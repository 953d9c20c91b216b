package fieldloom.job;

import fieldloom.model.RecordError;
import fieldloom.store.Store;

/** Told of a run's course, on the run's own thread; must return quickly. */
public interface RunListener {

  /** Called now and then, at most every 100 ms or so. */
  default void progress(Store.Counts counts) {}

  /** Something odd that is no error: one sentence. */
  default void warning(String message) {}

  /** A record that failed. */
  default void error(RecordError error) {}

  /** Asked often; true ends the run as cancelled. */
  default boolean cancelled() {
    return false;
  }

  /** Hears nothing, cancels nothing. */
  RunListener NONE = new RunListener() {};
}
