package fieldloom.store.h2;

import org.jspecify.annotations.Nullable;

/** Reads constants by name from columns that may be damaged. */
final class Enums {
  private Enums() {}

  static <E extends Enum<E>> @Nullable E find(Class<E> type, @Nullable String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }
}
