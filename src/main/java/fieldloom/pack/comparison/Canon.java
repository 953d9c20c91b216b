package fieldloom.pack.comparison;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as they are compared: numbers by value, fields in any order, nothing that is ignored. */
final class Canon {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,5})?");

  private Canon() {}

  /** The value in a form that equals that of another one where the two compare as equal. */
  static Object of(Object value, @Nullable SchemaNode node, @Nullable Ignored ignored) {
    if (value instanceof Obj object) {
      Map<String, Object> fields = HashMap.newHashMap(object.size());
      object
          .fields()
          .forEach(
              (name, field) -> {
                Ignored at = Ignored.child(ignored, name);
                if (!Ignored.all(at)) {
                  fields.put(name, of(field, node == null ? null : node.child(name), at));
                }
              });
      return fields;
    }
    if (value instanceof List<?> list) {
      SchemaNode item = item(node);
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(each -> items.add(of(each, item, ignored)));
      return items;
    }
    return value instanceof String text && isNumber(node, text) ? Num.ofText(text) : value;
  }

  static @Nullable SchemaNode item(@Nullable SchemaNode node) {
    return node != null && node.type() == FieldType.ARRAY ? node.item() : null;
  }

  /** Formats without numbers of their own, such as CSV, give the text of a number field. */
  static boolean isNumber(@Nullable SchemaNode node, String text) {
    return node != null
        && node.type().isNumber()
        && NUMBER.matcher(text).matches()
        && NumberLimits.allows(text);
  }

  /** Whether nothing is left of what has parts once those are gone that are ignored. */
  static boolean isAllIgnored(Object value, @Nullable Ignored ignored) {
    if (Ignored.all(ignored)) {
      return true;
    }
    if (ignored == null) {
      return false;
    }
    if (value instanceof Obj object) {
      return !object.isEmpty()
          && object.fields().entrySet().stream()
              .allMatch(e -> isAllIgnored(e.getValue(), Ignored.child(ignored, e.getKey())));
    }
    return value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(item -> isAllIgnored(item, ignored));
  }
}
