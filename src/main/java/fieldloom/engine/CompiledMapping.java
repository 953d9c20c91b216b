package fieldloom.engine;

import fieldloom.function.ValueException;
import java.util.List;

/** A mapping ready to run. Immutable and thread-safe. */
public interface CompiledMapping {

  /**
   * Begins a run.
   *
   * @throws ValueException where a parameter is not declared, not set, or has a wrong value
   */
  Run start(RunSettings settings);

  /** One run, used by one thread at a time. */
  interface Run {
    /** Gives a source other than the driving one: all its records. Before the first record. */
    void load(String source, List<Object> records);

    /**
     * Maps a record of the driving source.
     *
     * @param number its number from 1
     */
    Outcome map(Object record, long number);
  }
}
