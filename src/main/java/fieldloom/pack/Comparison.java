package fieldloom.pack;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import fieldloom.model.value.Obj;
import fieldloom.pack.TestCases.Difference;
import fieldloom.payload.JsonValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares records field by field and notes what differs. */
final class Comparison {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,5})?");

  private final String target;
  private final SchemaNode schema;
  private final List<Difference> differences;
  private long record;

  /**
   * @param schema of one record
   * @param differences what differs is added to it
   */
  Comparison(String target, SchemaNode schema, List<Difference> differences) {
    this.target = target;
    this.schema = schema;
    this.differences = differences;
  }

  void compare(List<Object> wanted, List<Object> got) {
    for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
      record = i + 1L;
      value("", schema, at(wanted, i), at(got, i));
    }
  }

  private void value(String path, @Nullable SchemaNode node, Object wanted, Object got) {
    if (wanted instanceof Obj a && got instanceof Obj b) {
      Set<String> names = new LinkedHashSet<>(a.fields().keySet());
      names.addAll(b.fields().keySet());
      for (String name : names) {
        String field = Path.quote(name);
        SchemaNode child = node == null ? null : node.child(name);
        value(path.isEmpty() ? field : path + "." + field, child, a.get(name), b.get(name));
      }
    } else if (wanted instanceof List<?> a && got instanceof List<?> b) {
      SchemaNode item = node != null && node.type() == FieldType.ARRAY ? node.item() : null;
      for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
        value(path + "[" + (i + 1) + "]", item, at(a, i), at(b, i));
      }
    } else if (!wanted.equals(got) && !sameNumber(node, wanted, got)) {
      differences.add(new Difference(target, record, path, text(wanted), text(got)));
    }
  }

  /** Formats without numbers of their own, such as CSV, give the text of a number field. */
  private static boolean sameNumber(@Nullable SchemaNode node, Object wanted, Object got) {
    return node != null
        && node.type().isNumber()
        && wanted instanceof String a
        && got instanceof String b
        && isNumber(a)
        && isNumber(b)
        && Num.ofText(a).equals(Num.ofText(b));
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && NumberLimits.allows(text);
  }

  private static Object at(List<?> list, int i) {
    return i < list.size() ? list.get(i) : Absent.ABSENT;
  }

  private static String text(Object value) {
    return value == Absent.ABSENT ? "absent" : JsonValues.toJson(value);
  }
}
