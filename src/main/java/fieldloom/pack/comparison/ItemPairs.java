package fieldloom.pack.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which item of one list is which of another. Equal ones are the same item, wherever they stand;
 * then those that share values which few others have; what is left between two that are told apart
 * goes by its place. The work grows with the number of items, and not with its square.
 */
final class ItemPairs {
  /** An item that is not there. */
  static final int NONE = -1;

  /** Items of no more values are the same by their place, whatever the number of items there. */
  private static final int SMALL = 1;

  private final List<Object> expected;
  private final List<Object> actual;
  private final int[] toActual;
  private final int[] toExpected;
  private final BitSet inOrder = new BitSet();

  /**
   * An item of both lists, or of one.
   *
   * @param expected its place in the expected list from 0; {@link #NONE} where it is not there
   * @param actual its place in the other list from 0; {@link #NONE} where it is not there
   */
  record Pair(int expected, int actual, boolean moved) {}

  private ItemPairs(List<Object> expected, List<Object> actual) {
    this.expected = expected;
    this.actual = actual;
    this.toActual = filled(expected.size());
    this.toExpected = filled(actual.size());
  }

  /**
   * The items of both lists in the order of {@code actual}, those that are only expected where they
   * were.
   *
   * @param expected as {@link Canon} gives them
   * @param actual as {@link Canon} gives them
   */
  static List<Pair> of(List<Object> expected, List<Object> actual) {
    ItemPairs pairs = new ItemPairs(expected, actual);
    pairs.equal();
    pairs.alike();
    pairs.order();
    pairs.byPlace();
    return pairs.all();
  }

  private static int[] filled(int size) {
    int[] partners = new int[size];
    Arrays.fill(partners, NONE);
    return partners;
  }

  private void pair(int e, int a) {
    toActual[e] = a;
    toExpected[a] = e;
  }

  private void equal() {
    int from = 0;
    int shorter = Math.min(expected.size(), actual.size());
    while (from < shorter && expected.get(from).equals(actual.get(from))) {
      pair(from, from);
      from++;
    }
    int endE = expected.size();
    int endA = actual.size();
    while (endE > from && endA > from && expected.get(endE - 1).equals(actual.get(endA - 1))) {
      pair(--endE, --endA);
    }
    Map<Object, Deque<Integer>> places = new HashMap<>();
    for (int e = from; e < endE; e++) {
      places.computeIfAbsent(expected.get(e), value -> new ArrayDeque<>()).add(e);
    }
    for (int a = from; a < endA; a++) {
      Deque<Integer> same = places.get(actual.get(a));
      Integer e = same == null ? null : same.poll();
      if (e != null) {
        pair(e, a);
      }
    }
  }

  private void alike() {
    for (AlikeItems.Found found :
        AlikeItems.of(expected, left(toActual), actual, left(toExpected))) {
      pair(found.expected(), found.actual());
    }
  }

  private static List<Integer> left(int[] partners) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] == NONE) {
        left.add(i);
      }
    }
    return left;
  }

  /** The most items that stand in both lists in one order; the other pairs were moved. */
  private void order() {
    int[] ends = new int[actual.size()];
    int[] before = filled(actual.size());
    int length = 0;
    for (int a = 0; a < toExpected.length; a++) {
      if (toExpected[a] == NONE) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (toExpected[ends[middle]] < toExpected[a]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[a] = low == 0 ? NONE : ends[low - 1];
      ends[low] = a;
      length = Math.max(length, low + 1);
    }
    int a = length == 0 ? NONE : ends[length - 1];
    while (a != NONE) {
      inOrder.set(a);
      a = before[a];
    }
  }

  /** What is left between two items that stand in order. */
  private void byPlace() {
    int e = 0;
    int a = 0;
    while (e < expected.size() || a < actual.size()) {
      int nextA = inOrder.nextSetBit(a);
      int endA = nextA < 0 ? actual.size() : nextA;
      int endE = nextA < 0 ? expected.size() : toExpected[nextA];
      between(leftBetween(toActual, e, endE), leftBetween(toExpected, a, endA));
      e = endE + 1;
      a = endA + 1;
    }
  }

  private void between(List<Integer> es, List<Integer> as) {
    boolean sameNumber = es.size() == as.size();
    for (int i = 0; i < Math.min(es.size(), as.size()); i++) {
      if (sameNumber || isSmall(expected.get(es.get(i))) && isSmall(actual.get(as.get(i)))) {
        pair(es.get(i), as.get(i));
        inOrder.set(as.get(i));
      }
    }
  }

  private static boolean isSmall(Object item) {
    return item instanceof Map<?, ?> map ? map.size() <= SMALL : !(item instanceof List<?>);
  }

  private static List<Integer> leftBetween(int[] partners, int from, int to) {
    List<Integer> left = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (partners[i] == NONE) {
        left.add(i);
      }
    }
    return left;
  }

  private List<Pair> all() {
    List<Pair> all = new ArrayList<>(Math.max(expected.size(), actual.size()));
    int e = 0;
    for (int a = 0; a < toExpected.length; a++) {
      if (inOrder.get(a)) {
        e = missing(e, toExpected[a], all) + 1;
      }
      all.add(new Pair(toExpected[a], a, toExpected[a] != NONE && !inOrder.get(a)));
    }
    missing(e, expected.size(), all);
    return all;
  }

  private int missing(int from, int to, List<Pair> all) {
    for (int e = from; e < to; e++) {
      if (toActual[e] == NONE) {
        all.add(new Pair(e, NONE, false));
      }
    }
    return to;
  }
}
