package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of JSON Schema. */
enum JsonType {
  NULL,
  BOOLEAN,
  OBJECT,
  ARRAY,
  NUMBER,
  INTEGER,
  STRING;

  /** The type of that name; null where there is none. */
  static @Nullable JsonType of(String name) {
    for (JsonType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return type;
      }
    }
    return null;
  }

  static JsonType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      case STRING, BINARY -> STRING;
      case NUMBER -> value.isIntegralNumber() ? INTEGER : NUMBER;
      case BOOLEAN -> BOOLEAN;
      case NULL, MISSING, POJO -> NULL;
    };
  }

  /** What both sets allow: every integer is a number. */
  static Set<JsonType> both(Set<JsonType> a, Set<JsonType> b) {
    EnumSet<JsonType> common = EnumSet.noneOf(JsonType.class);
    for (JsonType type : a) {
      if (b.contains(type)) {
        common.add(type);
      } else if (type == INTEGER && b.contains(NUMBER)) {
        common.add(INTEGER);
      } else if (type == NUMBER && b.contains(INTEGER)) {
        common.add(INTEGER);
      }
    }
    return common;
  }
}
