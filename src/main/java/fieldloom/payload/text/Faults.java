package fieldloom.payload.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Where malformed bytes were met and not yet told of: a queue of numbers, first in, first out. */
final class Faults {
  /** More of them within one buffer mean that the input is no text of that encoding at all. */
  private static final int MOST = 1_000_000;

  private long[] places = new long[16];
  private int[] packed = new int[16];
  private int from;
  private int to;

  /** The first place; {@link Long#MAX_VALUE} where there is none. */
  long first() {
    return from == to ? Long.MAX_VALUE : places[from];
  }

  /** The first one's bytes: {@code C0 AE}. */
  String hex() {
    int value = packed[from];
    int count = value >>> 24;
    byte[] shown = {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(shown, 0, count);
  }

  void add(long place, ByteBuffer bytes, int length) throws IOException {
    if (to == places.length) {
      makeRoom();
    }
    places[to] = place;
    int count = Math.min(3, length);
    int value = count << 24;
    for (int i = 0; i < count; i++) {
      value |= (bytes.get(bytes.position() + i) & 0xFF) << (16 - 8 * i);
    }
    packed[to++] = value;
  }

  private void makeRoom() throws IOException {
    if (from > 0) {
      System.arraycopy(places, from, places, 0, to - from);
      System.arraycopy(packed, from, packed, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to > places.length / 2) {
      if (to >= MOST) {
        throw new IOException(
            "The input has over 1,000,000 malformed bytes in one place; set the encoding it is"
                + " written in.");
      }
      places = Arrays.copyOf(places, places.length * 2);
      packed = Arrays.copyOf(packed, packed.length * 2);
    }
  }

  void forgetBefore(long place) {
    while (from < to && places[from] < place) {
      from++;
    }
  }
}
