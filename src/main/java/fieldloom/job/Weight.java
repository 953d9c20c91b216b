package fieldloom.job;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.List;

/** About how many bytes of memory a record takes; close enough to keep many of them in bounds. */
final class Weight {
  private static final int SMALL = 16;
  private static final int OBJECT = 64;
  private static final int ENTRY = 56;
  private static final int TEXT = 40;
  private static final int NUMBER = 80;

  private Weight() {}

  /** The same of what was read, with what it becomes where that is held in bytes. */
  static long of(ReadItem item) {
    return switch (item) {
      case ReadItem.Good good -> of(good.value());
      case ReadItem.Raw raw -> OBJECT + 2L * (raw.bytes().to() - raw.bytes().from());
      case ReadItem.Bad ignored -> 0;
    };
  }

  static long of(Object value) {
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
