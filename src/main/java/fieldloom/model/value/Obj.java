package fieldloom.model.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a record: names and values in order. Values are {@link String}, {@link Num}, {@link
 * Boolean}, {@link Null#NULL}, {@link Obj} and {@link java.util.List} of these; computed objects
 * may also hold {@code java.time} values and {@link Binary}. Never {@link Absent}: what is absent
 * is not in it. Not thread-safe while it is being filled.
 */
public final class Obj {
  private final Map<String, Object> fields;

  public Obj() {
    this.fields = new LinkedHashMap<>();
  }

  /** The value of a field, {@link Absent#ABSENT} where there is none. */
  public Object get(String name) {
    Object value = fields.get(name);
    return value == null ? Absent.ABSENT : value;
  }

  /** Sets a field; setting it to {@link Absent#ABSENT} removes it. */
  public Obj put(String name, Object value) {
    if (value == Absent.ABSENT) {
      fields.remove(name);
    } else {
      fields.put(name, value);
    }
    return this;
  }

  /**
   * Sets a field as a reader does.
   *
   * @return true where the name was there before (a duplicate key)
   */
  public boolean putSeen(String name, Object value) {
    return fields.put(name, value) != null;
  }

  public Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  public int size() {
    return fields.size();
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Obj o && fields.equals(o.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
