package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping.Usage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts which loops and which rows of lookup tables the records of a traced run use. */
final class UsedParts {
  private final Map<Integer, Usage.Loop> loops = new HashMap<>();
  private final Map<String, BitSet> rows = new HashMap<>();
  private final Set<String> otherwise = new HashSet<>();

  void ran(int rule, int items) {
    loops.merge(rule, new Usage.Loop(1, 0, items), Usage.Loop::plus);
  }

  void skipped(int rule) {
    loops.merge(rule, new Usage.Loop(0, 1, 0), Usage.Loop::plus);
  }

  /**
   * A row of a lookup table was found.
   *
   * @param number from 0
   */
  void found(String table, int number) {
    rows.computeIfAbsent(table, name -> new BitSet()).set(number);
  }

  /** A lookup table gave what it gives where no row matches. */
  void missed(String table) {
    otherwise.add(table);
  }

  Usage usage() {
    Map<String, BitSet> found = new HashMap<>();
    rows.forEach((name, numbers) -> found.put(name, (BitSet) numbers.clone()));
    return new Usage(loops, found, otherwise);
  }
}
