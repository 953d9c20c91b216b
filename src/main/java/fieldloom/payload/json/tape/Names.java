package fieldloom.payload.json.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of fields as texts, one text for a name for as long as it fits. */
final class Names {
  private static final int MOST = 1 << 10;
  private static final int LONGEST = 64;

  private final @Nullable String[] texts = new String[MOST];
  private final byte[][] keys = new byte[MOST][];

  /** The text of a name without escapes. */
  String name(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return Tape.text(bytes, from, to);
    }
    int place = (int) Bytes.hash(bytes, from, to) & MOST - 1;
    String known = texts[place];
    if (known != null && Arrays.equals(keys[place], 0, keys[place].length, bytes, from, to)) {
      return known;
    }
    String text = Tape.text(bytes, from, to);
    texts[place] = text;
    keys[place] = Arrays.copyOfRange(bytes, from, to);
    return text;
  }
}
