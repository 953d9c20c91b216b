package fieldloom.pack.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Items of two lists that are not equal and yet the same: they share values that few others have,
 * as a key or a number does. A value that many have tells nothing and is passed over, which keeps
 * the work in proportion to the number of items.
 */
final class AlikeItems {
  /** Items that may have a value before it tells nothing. */
  private static final int FEW = 8;

  /** The share of its values that an item has in common with one that is the same. */
  private static final double SHARED = 0.25;

  /** How deep in an item its values are looked for. */
  private static final int DEPTH = 3;

  private final List<Object> expected;
  private final List<Object> actual;
  private final Map<Value, List<Integer>> holders = new HashMap<>();

  /** A value with the way to it. */
  private record Value(String path, Object value) {}

  /** Two items that are the same, by their places from 0. */
  record Found(int expected, int actual) {}

  /**
   * @param weight how much tells that the two are the same
   */
  private record Candidate(int expected, int actual, double weight) {
    int distance() {
      return Math.abs(expected - actual);
    }
  }

  private AlikeItems(List<Object> expected, List<Object> actual) {
    this.expected = expected;
    this.actual = actual;
  }

  /**
   * Finds them.
   *
   * @param es places of the expected items that are looked at
   * @param as places of the other items that are looked at
   */
  static List<Found> of(
      List<Object> expected, List<Integer> es, List<Object> actual, List<Integer> as) {
    if (es.isEmpty() || as.isEmpty()) {
      return List.of();
    }
    return new AlikeItems(expected, actual).find(es, as);
  }

  private List<Found> find(List<Integer> es, List<Integer> as) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int e : es) {
      List<Value> values = values(expected.get(e));
      sizes.put(e, values.size());
      values.forEach(value -> holders.computeIfAbsent(value, v -> new ArrayList<>()).add(e));
    }
    List<Candidate> candidates = new ArrayList<>();
    as.forEach(a -> candidates(a, sizes, candidates));
    candidates.sort(
        Comparator.comparingDouble(Candidate::weight)
            .reversed()
            .thenComparingInt(Candidate::distance)
            .thenComparingInt(Candidate::actual)
            .thenComparingInt(Candidate::expected));
    Set<Integer> takenE = new HashSet<>();
    Set<Integer> takenA = new HashSet<>();
    List<Found> found = new ArrayList<>();
    for (Candidate each : candidates) {
      if (!takenE.contains(each.expected()) && !takenA.contains(each.actual())) {
        takenE.add(each.expected());
        takenA.add(each.actual());
        found.add(new Found(each.expected(), each.actual()));
      }
    }
    return found;
  }

  private void candidates(int a, Map<Integer, Integer> sizes, List<Candidate> into) {
    List<Value> values = values(actual.get(a));
    Map<Integer, double[]> shared = new HashMap<>();
    for (Value value : values) {
      List<Integer> same = holders.getOrDefault(value, List.of());
      if (same.size() <= FEW) {
        for (int e : same) {
          double[] sums = shared.computeIfAbsent(e, each -> new double[2]);
          sums[0] += 1.0 / same.size();
          sums[1]++;
        }
      }
    }
    shared.forEach(
        (e, sums) -> {
          if (sums[1] >= SHARED * Math.max(values.size(), sizes.getOrDefault(e, 0))) {
            into.add(new Candidate(e, a, sums[0]));
          }
        });
  }

  private static List<Value> values(Object item) {
    List<Value> values = new ArrayList<>();
    if (item instanceof Map<?, ?> fields) {
      collect("", fields, 1, values);
    }
    return values;
  }

  private static void collect(String path, Map<?, ?> fields, int depth, List<Value> into) {
    fields.forEach(
        (name, value) -> {
          String at = path + "\u0000" + name;
          if (value instanceof Map<?, ?> inner) {
            if (depth < DEPTH) {
              collect(at, inner, depth + 1, into);
            }
          } else if (!(value instanceof List<?>) && value != null) {
            into.add(new Value(at, value));
          }
        });
  }
}
