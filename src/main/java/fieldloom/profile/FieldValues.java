package fieldloom.profile;

import fieldloom.model.value.Num;
import fieldloom.payload.text.CellText;
import org.jspecify.annotations.Nullable;

/** The values of one field as they come. Not thread-safe. */
final class FieldValues {
  private final ValueCounts counts;
  private long filled;
  private boolean onlyNumbers = true;
  private @Nullable Num least;
  private @Nullable Num most;
  private @Nullable String first;
  private @Nullable String last;
  private int shortest = Integer.MAX_VALUE;
  private int longest;

  FieldValues(ValueCounts.Room room) {
    this.counts = new ValueCounts(room);
  }

  /** Takes a value without parts. */
  void add(Object value) {
    String text = CellText.of(value);
    if (text == null || text.isEmpty()) {
      return;
    }
    filled++;
    counts.add(text);
    int length = text.codePointCount(0, text.length());
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
    if (value instanceof Num number) {
      least = least == null || number.compareTo(least) < 0 ? number : least;
      most = most == null || number.compareTo(most) > 0 ? number : most;
    } else {
      onlyNumbers = false;
    }
    if (first == null || text.compareTo(first) < 0) {
      first = text;
    }
    if (last == null || text.compareTo(last) > 0) {
      last = text;
    }
  }

  long filled() {
    return filled;
  }

  ValueCounts counts() {
    return counts;
  }

  @Nullable String minimum() {
    return onlyNumbers ? (least == null ? null : least.text()) : first;
  }

  @Nullable String maximum() {
    return onlyNumbers ? (most == null ? null : most.text()) : last;
  }

  int shortest() {
    return filled == 0 ? 0 : shortest;
  }

  int longest() {
    return longest;
  }
}
