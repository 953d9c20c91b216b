package fieldloom.profile;

import fieldloom.profile.FieldProfile.Top;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.FrequentItemsSketch;
import org.apache.datasketches.hll.HllSketch;
import org.jspecify.annotations.Nullable;

/**
 * Different values and how often each came: exactly up to a bound, and estimated from there on, so
 * that no file needs more memory than another. Not thread-safe.
 */
final class ValueCounts {
  /** As many different values are counted exactly. */
  static final int EXACT = 4_096;

  private static final int LONGEST = 200;
  private static final int FREQUENT = 1_024;

  /** Two to the power of this are the registers; the error is 0.8 % in one case of three. */
  private static final int LOG_REGISTERS = 14;

  private final Room room;
  private @Nullable Map<String, long[]> exact = new HashMap<>();
  private @Nullable HllSketch different;
  private @Nullable FrequentItemsSketch<String> frequent;

  /** What exact counts of all fields together may take, in characters. */
  static final class Room {
    private long left;

    Room(long characters) {
      this.left = characters;
    }

    boolean take(int characters) {
      left -= characters;
      return left >= 0;
    }
  }

  ValueCounts(Room room) {
    this.room = room;
  }

  void add(String value) {
    String key = value.length() <= LONGEST ? value : shortened(value);
    Map<String, long[]> counts = exact;
    if (counts != null) {
      long[] count = counts.get(key);
      if (count != null) {
        count[0]++;
        return;
      }
      if (counts.size() < EXACT && room.take(key.length() + 32)) {
        counts.put(key, new long[] {1});
        return;
      }
      estimate(counts);
    }
    if (different != null && frequent != null) {
      different.update(key);
      frequent.update(key);
    }
  }

  /** Long texts differ by their length and the hash of all of them too. */
  private static String shortened(String value) {
    int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return value.substring(0, end)
        + "… ("
        + value.length()
        + ", "
        + Integer.toHexString(value.hashCode())
        + ")";
  }

  private void estimate(Map<String, long[]> counts) {
    HllSketch all = new HllSketch(LOG_REGISTERS);
    FrequentItemsSketch<String> items = new FrequentItemsSketch<>(FREQUENT);
    counts.forEach(
        (value, count) -> {
          all.update(value);
          items.update(value, count[0]);
        });
    different = all;
    frequent = items;
    exact = null;
  }

  boolean isEstimated() {
    return exact == null;
  }

  /** How many different values there were. */
  long distinct() {
    if (exact != null) {
      return exact.size();
    }
    return different == null ? 0 : Math.round(different.getEstimate());
  }

  /** The most frequent values; of an estimate those that are surely among them. */
  List<Top> top(int most) {
    List<Top> all = new ArrayList<>();
    if (exact != null) {
      exact.forEach((value, count) -> all.add(new Top(value, count[0])));
    } else if (frequent != null) {
      for (FrequentItemsSketch.Row<String> row :
          frequent.getFrequentItems(ErrorType.NO_FALSE_POSITIVES)) {
        all.add(new Top(row.getItem(), row.getLowerBound()));
      }
    }
    all.sort(Comparator.comparingLong(Top::count).reversed().thenComparing(Top::value));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
