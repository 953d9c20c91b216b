package fieldloom.payload.json.tape;

import fieldloom.model.value.FieldNames;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which fields an object has so far, in order: a place in a tree, whose way from the root they are.
 * Objects of the same fields end at the same place, and no name stands twice on a way.
 */
final class Outline {
  private static final int PADDING = 8;

  final @Nullable Outline before;
  final String name;
  final long hash;
  final int size;

  /** The key with its closing quote, and room for reading eight bytes at a time. */
  private final byte[] key;

  private final int length;
  private final long word;
  private @Nullable FieldNames names;

  /** What came behind it last. */
  @Nullable Outline next;

  /** The root. */
  Outline() {
    this(null, "", new byte[0], 0, 0, 0);
  }

  /** What has one field more than another: the bytes from there to its quote. */
  Outline(Outline before, long hash, byte[] bytes, int from, int quote) {
    this(before, Tape.text(bytes, from, quote), bytes, from, quote - from + 1, hash);
  }

  private Outline(
      @Nullable Outline before, String name, byte[] bytes, int from, int length, long hash) {
    this.before = before;
    this.name = name;
    this.hash = hash;
    this.size = before == null ? 0 : before.size + 1;
    this.length = length;
    this.key = Arrays.copyOf(Arrays.copyOfRange(bytes, from, from + length), length + PADDING);
    this.word = length == 0 ? 0 : Bytes.lowest(Bytes.word(key, 0), Math.min(8, length));
  }

  /** Behind the quote of the last field's key where it stands there; 0 where it does not. */
  int follows(byte[] bytes, int at) {
    if (Bytes.lowest(Bytes.word(bytes, at), Math.min(8, length)) != word) {
      return 0;
    }
    for (int i = 8; i < length; i += 8) {
      int count = Math.min(8, length - i);
      if (at + i + 8 > bytes.length
          || Bytes.lowest(Bytes.word(bytes, at + i), count)
              != Bytes.lowest(Bytes.word(key, i), count)) {
        return 0;
      }
    }
    return at + length;
  }

  /** Whether the last field's key is what stands from there to a quote. */
  boolean is(byte[] bytes, int from, int quote) {
    return length == quote - from + 1 && Arrays.equals(key, 0, length - 1, bytes, from, quote);
  }

  /** Whether one of the fields has that name. */
  boolean has(String wanted) {
    for (Outline one = this; one.before != null; one = one.before) {
      if (one.name.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The names of all fields. */
  FieldNames names() {
    FieldNames known = names;
    if (known == null) {
      String[] all = new String[size];
      Outline one = this;
      for (int i = size - 1; i >= 0; i--) {
        all[i] = one.name;
        one = one.before == null ? one : one.before;
      }
      known = new FieldNames(all);
      names = known;
    }
    return known;
  }
}
