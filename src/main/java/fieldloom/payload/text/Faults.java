package fieldloom.payload.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where malformed bytes were met and not yet told of: a queue of numbers, first in, first out. Of
 * more than {@link #MOST} at once only the last place is kept besides, and all between counts as
 * malformed: within one buffer it nearly all is.
 */
final class Faults {
  static final int MOST = 100_000;

  private long[] places = new long[16];
  private int[] packed = new int[16];
  private int from;
  private int to;
  private long forgotten;
  private long spilled = -1;

  /** The first place; {@link Long#MAX_VALUE} where there is none. */
  long first() {
    if (from < to) {
      return places[from];
    }
    return spilled < forgotten ? Long.MAX_VALUE : forgotten;
  }

  /** The first one's bytes: {@code C0 AE}. */
  String hex() {
    int value = packed[Math.min(from, packed.length - 1)];
    int count = value >>> 24;
    byte[] shown = {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(shown, 0, count);
  }

  void add(long place, ByteBuffer bytes, int length) {
    if (to == places.length && !makeRoom()) {
      spilled = place;
      return;
    }
    places[to] = place;
    int count = Math.min(3, length);
    int value = count << 24;
    for (int i = 0; i < count; i++) {
      value |= (bytes.get(bytes.position() + i) & 0xFF) << (16 - 8 * i);
    }
    packed[to++] = value;
  }

  /** Makes room at the end; whether there is some. */
  private boolean makeRoom() {
    if (spilled >= forgotten) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(places, from, places, 0, to - from);
      System.arraycopy(packed, from, packed, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == places.length && to < MOST) {
      int room = Math.min(MOST, to * 2);
      places = Arrays.copyOf(places, room);
      packed = Arrays.copyOf(packed, room);
    }
    return to < places.length;
  }

  void forgetBefore(long place) {
    forgotten = Math.max(forgotten, place);
    while (from < to && places[from] < place) {
      from++;
    }
  }
}
