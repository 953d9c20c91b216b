package fieldloom.engine.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One item of a loop while its target fields are computed: its aliases' values and its cells. */
final class ItemScope extends Scope {
  final @Nullable ItemScope outer;
  private final int[] slots;
  private final Object[] values;
  private final long position;
  private final Segment segment;
  private final int among;

  /**
   * @param index place of the item in the target array, from 0
   * @param position position of the item in its loop, from 1
   * @param among how many items the loop gives
   */
  ItemScope(Scope parent, Segment segment, int index, Object[] values, long position, int among) {
    super(segment.cells(), parent, segment.array, index);
    this.segment = segment;
    this.among = among;
    this.outer = parent instanceof ItemScope i ? i : null;
    this.slots = segment.loop().slots();
    this.values = values;
    this.position = position;
  }

  /** The values of the loop's aliases. */
  Object[] row() {
    return values;
  }

  /** How its loop is told of; null where it is not. */
  @Nullable LoopWatch watch() {
    return segment.loop().watch();
  }

  /** The target array, the items around numbered: {@code orders[2].lines[]}. */
  String array() {
    return Objects.requireNonNull(parent).path(segment.array.path) + "[]";
  }

  long position() {
    return position;
  }

  int among() {
    return among;
  }

  void bind(Frame frame) {
    if (outer != null) {
      outer.bind(frame);
    }
    for (int i = 0; i < slots.length; i++) {
      frame.slots[slots[i]] = values[i];
    }
    frame.position = position;
  }
}
