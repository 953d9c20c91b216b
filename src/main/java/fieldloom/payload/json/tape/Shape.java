package fieldloom.payload.json.tape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an object is read: fields by name, and of those that are objects or lists of objects what
 * of these. Filled in by a compiler, then sealed and never changed.
 */
public final class Shape {
  private static final int PADDING = 8;

  private final List<Field> fields = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private Field[] sealed = {};
  private int[] index = {};

  /** A field that is read. */
  private static final class Field {
    final String name;
    final byte[] key;
    final int length;
    final long word;
    final long hash;
    @Nullable Shape object;
    @Nullable Shape items;

    Field(String name) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      this.name = name;
      this.length = bytes.length;
      // Room for reading eight bytes at a time.
      this.key = Arrays.copyOf(bytes, length + PADDING);
      this.word = length == 0 ? 0 : Bytes.lowest(Bytes.word(key, 0), Math.min(8, length));
      this.hash = Bytes.hash(key, 0, length);
    }

    /** Whether the bytes from there begin with the key. */
    boolean begins(byte[] bytes, int at) {
      if (length == 0 || Bytes.lowest(Bytes.word(bytes, at), Math.min(8, length)) != word) {
        return false;
      }
      for (int i = 8; i < length; i += 8) {
        int count = Math.min(8, length - i);
        if (at + i + 8 > bytes.length
            || Bytes.lowest(Bytes.word(bytes, at + i), count)
                != Bytes.lowest(Bytes.word(key, i), count)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The place of a field, from 0; one that was not read before is from now on. */
  public int field(String name) {
    Integer known = places.putIfAbsent(name, fields.size());
    if (known != null) {
      return known;
    }
    fields.add(new Field(name));
    return fields.size() - 1;
  }

  /** What is read of a field that is an object. */
  public Shape object(int field) {
    Field known = fields.get(field);
    if (known.object == null) {
      known.object = new Shape();
    }
    return known.object;
  }

  /** What is read of the items of a field that is a list of objects. */
  public Shape items(int field) {
    Field known = fields.get(field);
    if (known.items == null) {
      known.items = new Shape();
    }
    return known.items;
  }

  /** Ends the filling in, here and below. */
  public Shape seal() {
    sealed = fields.toArray(new Field[0]);
    int size = Math.max(4, Integer.highestOneBit(Math.max(1, sealed.length)) * 4);
    index = new int[size];
    for (int i = 0; i < sealed.length; i++) {
      int place = (int) sealed[i].hash & size - 1;
      while (index[place] != 0) {
        place = place + 1 & size - 1;
      }
      index[place] = i + 1;
      if (sealed[i].object != null) {
        sealed[i].object.seal();
      }
      if (sealed[i].items != null) {
        sealed[i].items.seal();
      }
    }
    return this;
  }

  /** The most fields that are read of an object, here or below. */
  int widest() {
    int widest = sealed.length;
    for (Field field : sealed) {
      widest = Math.max(widest, field.object == null ? 0 : field.object.widest());
      widest = Math.max(widest, field.items == null ? 0 : field.items.widest());
    }
    return widest;
  }

  int size() {
    return sealed.length;
  }

  /** Length of a field's key and its quote where the bytes are these; 0 where they are not. */
  int matched(int field, byte[] bytes, int at) {
    if (field >= sealed.length) {
      return 0;
    }
    Field known = sealed[field];
    boolean same = known.begins(bytes, at) && bytes[at + known.length] == '"';
    return same ? known.length + 1 : 0;
  }

  /** The field of a key; -1 where it is not read. */
  int find(long hash, byte[] bytes, int from, int to) {
    int place = (int) hash & index.length - 1;
    while (index[place] != 0) {
      Field known = sealed[index[place] - 1];
      if (known.hash == hash && Arrays.equals(known.key, 0, known.length, bytes, from, to)) {
        return index[place] - 1;
      }
      place = place + 1 & index.length - 1;
    }
    return -1;
  }

  @Nullable Shape objectOf(int field) {
    return sealed[field].object;
  }

  @Nullable Shape itemsOf(int field) {
    return sealed[field].items;
  }
}
