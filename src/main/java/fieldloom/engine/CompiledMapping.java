package fieldloom.engine;

import fieldloom.function.ValueException;
import fieldloom.payload.json.tape.JsonOut;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The same for records in their bytes, sharing what is loaded; null where there is no such way
     * for the mapping.
     */
    default @Nullable BytesRun bytes() {
      return null;
    }

    /**
     * The mapping's code for records that have been read, sharing what is loaded, which {@link
     * #map} uses once it has mapped some; null where there is none.
     */
    default @Nullable RecordsRun records() {
      return null;
    }
  }

  /** Maps records by code. Used by one thread at a time. */
  interface RecordsRun {
    /**
     * Maps a record.
     *
     * @param number the record's number from 1
     * @return the record of the one target; null where {@link Run#map} has to map it, because it
     *     fails or is odd
     */
    @Nullable Object map(Object record, long number);
  }

  /** Maps records of JSON from bytes to bytes. Used by one thread at a time. */
  interface BytesRun {
    /**
     * Maps a record whose target is one record of JSON, written compact.
     *
     * @param bytes with a 0 at {@code to} and room behind it, as {@link
     *     fieldloom.payload.json.tape.TapeReader} wants it
     * @param number the record's number from 1
     * @return false where {@link Run#map} has to map it, because it fails or is odd; then nothing
     *     is written
     */
    boolean map(byte[] bytes, int from, int to, long number, JsonOut out);
  }
}
