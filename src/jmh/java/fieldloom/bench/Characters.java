package fieldloom.bench;

import fieldloom.model.value.Obj;
import java.util.List;

/** How many characters a bare parser must have seen where it read the same records. */
final class Characters {
  private Characters() {}

  /** Those of all values. */
  static long ofValues(Object value) {
    return count(value, false);
  }

  /** Those of all values and, as often as it stands there, of the name of each field. */
  static long ofAll(Object value) {
    return count(value, true);
  }

  private static long count(Object value, boolean names) {
    long sum = 0;
    switch (value) {
      case Obj object -> {
        for (int i = 0; i < object.size(); i++) {
          sum += names ? object.name(i).length() : 0;
          sum += count(object.value(i), names);
        }
      }
      case List<?> list -> {
        for (Object item : list) {
          sum += count(item, names);
        }
      }
      default -> sum = value.toString().length();
    }
    return sum;
  }
}
