package fieldloom.engine.internal;

import org.jspecify.annotations.Nullable;

/** One item of a loop while its target fields are computed: its aliases' values and its cells. */
final class ItemScope extends Scope {
  final @Nullable ItemScope outer;
  private final int[] slots;
  private final Object[] values;
  private final long position;

  /**
   * @param index place of the item in the target array, from 0
   * @param position position of the item in its loop, from 1
   */
  ItemScope(
      Scope parent,
      int cells,
      ArrayNode array,
      int index,
      int[] slots,
      Object[] values,
      long position) {
    super(cells, parent, array, index);
    this.outer = parent instanceof ItemScope i ? i : null;
    this.slots = slots;
    this.values = values;
    this.position = position;
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
