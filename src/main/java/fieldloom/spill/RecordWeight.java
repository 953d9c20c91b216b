package fieldloom.spill;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.List;

/** About how many bytes of memory a record takes; close enough to keep many of them in bounds. */
public final class RecordWeight {
  /** What a record adds to the index of a join or a lookup. */
  public static final int INDEXED = 200;

  private static final int SMALL = 16;
  private static final int OBJECT = 64;
  private static final int ENTRY = 56;
  private static final int TEXT = 40;
  private static final int NUMBER = 80;

  private RecordWeight() {}

  public static long of(Object value) {
    return switch (value) {
      case String text -> TEXT + text.length();
      case Num number -> NUMBER;
      case Obj object -> {
        long sum = OBJECT;
        for (Object field : object.fields().values()) {
          sum += ENTRY + of(field);
        }
        yield sum;
      }
      case List<?> list -> {
        long sum = OBJECT;
        for (Object item : list) {
          sum += SMALL + of(item);
        }
        yield sum;
      }
      default -> SMALL;
    };
  }
}
