package fieldloom.engine;

import fieldloom.function.ValueException;
import fieldloom.payload.RecordReader;
import fieldloom.payload.json.tape.JsonOut;
import fieldloom.spill.SpillRoom;
import fieldloom.spill.SpilledRows;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping ready to run. Immutable and thread-safe. */
public interface CompiledMapping {

  /**
   * Begins a run.
   *
   * @throws ValueException where a parameter is not declared, not set, or has a wrong value
   */
  Run start(RunSettings settings);

  /**
   * Whether records must be mapped one after the other, as numbers are given by their order; then
   * one thread has to do it.
   */
  default boolean ordered() {
    return false;
  }

  /** The databases that formulas ask, as far as they name them by a text: names or URLs. */
  default Set<String> connections() {
    return Set.of();
  }

  /** One run, used by one thread at a time. */
  interface Run {
    /**
     * Gives a source other than the driving one: all its records. Before the first record.
     *
     * @param records in memory or, as {@link SpilledRows}, on disk; their indexes are there too
     */
    void load(String source, List<Object> records);

    /** The same run for another thread: it shares what is loaded and its indexes. */
    Run another();

    /**
     * What the driving source's records go through before they are mapped; null where each one is
     * mapped as it is.
     *
     * @param room what records that wait for their group may take of memory
     */
    default @Nullable Intake intake(SpillRoom room) {
      return null;
    }

    /**
     * Maps a record of the driving source.
     *
     * @param number its number from 1
     */
    Outcome map(Object record, long number);

    /**
     * What the rules that are traced did with the record that was mapped last, an entry for each
     * time that one was computed; empty where none is traced.
     */
    default List<Trace> traces() {
      return List.of();
    }

    /**
     * The fields of the record that was mapped last, in the order in which they were computed;
     * empty where no rule is traced.
     */
    default List<Trace.Field> course() {
      return List.of();
    }

    /**
     * What the records mapped so far have used of loops and lookup tables; nothing where no rule is
     * traced.
     */
    default Usage usage() {
      return Usage.NONE;
    }

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
     * @return what {@link Run#map} gives; null where that has to map it, because it fails or is odd
     */
    @Nullable Outcome map(Object record, long number);
  }

  /** Chooses among the driving source's records and groups them. Used by one thread at a time. */
  interface Intake {
    /**
     * Takes the next record.
     *
     * @param number its number from 1
     * @return what is to be mapped now; often nothing, where records are grouped
     * @throws ValueException where the source's condition or key cannot be computed; the record is
     *     left out
     */
    List<Taken> take(RecordReader.InputRecord record, long number);

    /** What is to be mapped after the last record, in order. */
    Iterator<Taken> rest();

    /**
     * A record or a group of them to map.
     *
     * @param record of a group: its line is that of the first of its records
     * @param number of the record, of the first one of a group
     */
    record Taken(RecordReader.InputRecord record, long number) {}
  }

  /** Maps records of JSON from bytes to bytes. Used by one thread at a time. */
  interface BytesRun {
    /**
     * Maps a record whose targets are records of JSON, written compact one behind the other.
     *
     * @param bytes with a 0 at {@code to} and room behind it, as {@link
     *     fieldloom.payload.json.tape.TapeReader} wants it
     * @param number the record's number from 1
     * @return false where {@link Run#map} has to map it, because it fails or is odd; then nothing
     *     is written
     */
    boolean map(byte[] bytes, int from, int to, long number, JsonOut out);

    /** Tells where the records stand that the record mapped last became, target by target. */
    void made(Made taker);

    /** Takes records that were written. */
    @FunctionalInterface
    interface Made {
      /**
       * Takes one.
       *
       * @param target its target's name
       * @param from where its first byte is, {@code to} behind its last
       */
      void record(String target, int from, int to);
    }
  }

  /**
   * What records have used of a mapping beside the formulas that {@link Trace} tells of.
   *
   * @param loops by the rule's index in the mapping
   * @param rows which rows of each lookup table were found by their key, from 0
   * @param otherwise tables that had no row for a key
   */
  record Usage(Map<Integer, Loop> loops, Map<String, BitSet> rows, Set<String> otherwise) {
    public static final Usage NONE = new Usage(Map.of(), Map.of(), Set.of());

    public Usage {
      loops = Map.copyOf(loops);
      rows = Map.copyOf(rows);
      otherwise = Set.copyOf(otherwise);
    }

    /**
     * A loop.
     *
     * @param ran how often it went through a list
     * @param skipped how often its condition did not hold
     * @param items how many items it made in all
     */
    public record Loop(long ran, long skipped, long items) {
      public static final Loop NONE = new Loop(0, 0, 0);

      /** Both counted together. */
      public Loop plus(Loop other) {
        return new Loop(ran + other.ran, skipped + other.skipped, items + other.items);
      }
    }
  }
}
