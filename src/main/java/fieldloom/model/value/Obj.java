package fieldloom.model.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of a record: names and values in order. Values are {@link String}, {@link Num}, {@link
 * Boolean}, {@link Null#NULL}, {@link Obj} and {@link java.util.List} of these; computed objects
 * may also hold {@code java.time} values and {@link Binary}. Never {@link Absent}: what is absent
 * is not in it. Not thread-safe while it is being filled.
 *
 * <p>Records have few fields, read and written millions of times: names and values lie in two
 * arrays, which are searched from the front; an object with many fields has an index. Objects that
 * a reader makes share the names with others of the same fields.
 */
public final class Obj {
  private static final int FIRST = 8;
  private static final String[] NO_NAMES = {};
  private static final Object[] NO_VALUES = {};

  private @Nullable String[] names;
  private @Nullable Object[] values;
  private int size;

  /** The names where they are shared with other objects; then their array is not changed. */
  private @Nullable FieldNames shared;

  private @Nullable Map<String, Integer> index;

  /** An object without fields. */
  public Obj() {
    names = NO_NAMES;
    values = NO_VALUES;
  }

  /**
   * An object without fields yet.
   *
   * @param room for how many there is room at first
   */
  public Obj(int room) {
    names = new String[Math.max(1, room)];
    values = new Object[names.length];
  }

  /**
   * An object of fields that many have.
   *
   * @param values of the fields in their order, as many as there are; handed over
   */
  public Obj(FieldNames fields, Object[] values) {
    this.names = fields.names();
    this.values = values;
    this.size = values.length;
    this.shared = fields;
    if (size != names.length) {
      throw new IllegalArgumentException(size + " values for " + names.length + " fields");
    }
  }

  /** The value of a field, {@link Absent#ABSENT} where there is none. */
  public Object get(String name) {
    int at = find(name);
    return at < 0 ? Absent.ABSENT : value(at);
  }

  /**
   * The value of a field, {@link Absent#ABSENT} where there is none.
   *
   * @param likely where it is likely to be, which is looked at first; any number from 0
   */
  public Object get(String name, int likely) {
    return likely < size && name.equals(names[likely]) ? value(likely) : get(name);
  }

  /** Sets a field; setting it to {@link Absent#ABSENT} removes it. */
  public Obj put(String name, Object value) {
    if (value == Absent.ABSENT) {
      remove(name);
    } else {
      putSeen(name, value);
    }
    return this;
  }

  /**
   * Sets a field as a reader does.
   *
   * @return true where the name was there before (a duplicate key)
   */
  public boolean putSeen(String name, Object value) {
    int before = size;
    // Making the place may make new arrays.
    int at = reserve(name);
    values[at] = value;
    return size == before;
  }

  /**
   * Adds a field behind the others. The caller knows that none has its name, which spares looking
   * at all of them.
   */
  public void add(String name, Object value) {
    // Making the place may make new arrays.
    int at = append(name);
    values[at] = value;
  }

  private int append(String name) {
    int at = size;
    if (at == names.length) {
      // Shared names have no room, so that they are copied before anything is added.
      int room = Math.max(FIRST, at * 2);
      names = Arrays.copyOf(names, room);
      values = Arrays.copyOf(values, room);
      shared = null;
    }
    names[at] = name;
    size = at + 1;
    if (index != null) {
      index.put(name, at);
    }
    return at;
  }

  /**
   * Makes a place for a field whose value is still being read; {@link #set} must follow before
   * anything else is asked.
   *
   * @return where it is, which is the size so far where the name is new
   */
  public int reserve(String name) {
    int at = find(name);
    return at >= 0 ? at : append(name);
  }

  /** Sets the value of a place that {@link #reserve} made. */
  public void set(int at, Object value) {
    values[at] = value;
  }

  private void remove(String name) {
    int at = find(name);
    if (at >= 0) {
      if (shared != null) {
        names = names.clone();
        shared = null;
      }
      int behind = size - at - 1;
      System.arraycopy(names, at + 1, names, at, behind);
      System.arraycopy(values, at + 1, values, at, behind);
      size--;
      names[size] = null;
      values[size] = null;
      index = null;
    }
  }

  /** Where a field is; negative where it is not there. */
  public int place(String name) {
    return find(name);
  }

  /**
   * Whether the field at a place has that very text as its name; a place behind the last has none.
   */
  public boolean isAt(int at, String name) {
    return at < size && names[at] == name;
  }

  private int find(String name) {
    if (size > FieldNames.SEARCHED) {
      if (shared != null) {
        return shared.find(name);
      }
      Integer at = index().get(name);
      return at == null ? -1 : at;
    }
    // Readers and compiled mappings hand out one text for one name; a text keeps its hash.
    int hash = name.hashCode();
    for (int i = 0; i < size; i++) {
      String one = names[i];
      if (one == name || one != null && one.hashCode() == hash && one.equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Integer> index() {
    Map<String, Integer> made = index;
    if (made == null) {
      made = new HashMap<>(size * 2);
      for (int i = 0; i < size; i++) {
        made.put(name(i), i);
      }
      index = made;
    }
    return made;
  }

  /**
   * The name of a field.
   *
   * @param at from 0 to {@link #size()} - 1
   */
  public String name(int at) {
    String name = at < size ? names[at] : null;
    if (name == null) {
      throw new IndexOutOfBoundsException(at);
    }
    return name;
  }

  /**
   * The value of a field.
   *
   * @param at from 0 to {@link #size()} - 1
   */
  public Object value(int at) {
    Object value = at < size ? values[at] : null;
    if (value == null) {
      throw new IndexOutOfBoundsException(at);
    }
    return value;
  }

  /** The fields in order, as a view that does not change them. */
  public Map<String, Object> fields() {
    return new Fields();
  }

  public boolean has(String name) {
    return find(name) >= 0;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Obj o) || o.size != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      int at = o.find(name(i));
      if (at < 0 || !value(i).equals(o.value(at))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash += name(i).hashCode() ^ value(i).hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    return fields().toString();
  }

  /** The fields as a map. */
  private final class Fields extends AbstractMap<String, Object> {
    @Override
    public @Nullable Object get(@Nullable Object name) {
      int at = name instanceof String text ? find(text) : -1;
      return at < 0 ? null : value(at);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return name instanceof String text && find(text) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
      for (int i = 0; i < size; i++) {
        action.accept(name(i), value(i));
      }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<String, Object>> iterator() {
          return new Entries();
        }

        @Override
        public int size() {
          return size;
        }
      };
    }
  }

  /** Goes over the fields. */
  private final class Entries implements Iterator<Map.Entry<String, Object>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<String, Object> next() {
      if (next >= size) {
        throw new NoSuchElementException();
      }
      Map.Entry<String, Object> entry = Map.entry(name(next), value(next));
      next++;
      return entry;
    }
  }
}
