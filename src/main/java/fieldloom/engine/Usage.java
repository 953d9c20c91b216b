package fieldloom.engine;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;

/**
 * What records have used of a mapping beside the formulas that {@link Trace} tells of.
 *
 * @param loops by the rule's index in the mapping
 * @param rows which rows of each lookup table were found by their key, from 0
 * @param otherwise tables that had no row for a key
 */
public record Usage(Map<Integer, Loop> loops, Map<String, BitSet> rows, Set<String> otherwise) {
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
