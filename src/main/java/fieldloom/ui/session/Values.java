package fieldloom.ui.session;

import fieldloom.model.Path;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.List;

/** Finds the values of fields in a record and writes them as the designer shows them. */
public final class Values {
  private Values() {}

  /**
   * The value at a path; of the items on the way the first. A path that ends in {@code []} gives
   * the list.
   */
  public static Object at(Object record, Path path) {
    Object value = record;
    for (int i = 0; i < path.size(); i++) {
      Path.Step step = path.steps().get(i);
      value = value instanceof Obj o ? o.get(step.name()) : Absent.ABSENT;
      boolean last = i == path.size() - 1;
      for (int n = last ? 1 : 0; n < step.arrays(); n++) {
        value = first(value);
      }
    }
    return value;
  }

  /** The value of a field: as {@link #at}; of a place of lists in a list the first one's. */
  static Object of(Object record, FieldRef field) {
    Object value = at(record, field.path());
    if (!field.isPlace()) {
      return value;
    }
    int arrays = field.path().isEmpty() ? 0 : field.path().last().arrays();
    for (int i = 0; i < arrays; i++) {
      value = first(value);
    }
    return value instanceof List<?> list && list.size() >= field.place()
        ? list.get(field.place() - 1)
        : Absent.ABSENT;
  }

  private static Object first(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty() ? Absent.ABSENT : list.getFirst();
    }
    return value;
  }

  /** A value in a few words: exact numbers, counts of what has parts, "" for what is absent. */
  public static String show(Object value) {
    return switch (value) {
      case Absent a -> "";
      case Null n -> "null";
      case String s -> s;
      case Num n -> n.text();
      case Obj o -> count(o.size(), "field");
      case List<?> list -> count(list.size(), "item");
      case Binary b -> count(b.length(), "byte");
      default -> value.toString();
    };
  }

  /** {@code 1 item}, {@code 1,234 items}: of field, item, byte, row, link, error, warning. */
  public static String count(long n, String what) {
    return Words.get("count." + what, n);
  }
}
