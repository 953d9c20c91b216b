package fieldloom.engine.trace;

import fieldloom.function.Values;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import java.util.List;
import java.util.stream.Collectors;

/** Values as a formula would write them, shortened: what the steps of a trace show. */
public final class ShownValue {
  private static final int LONGEST = 60;
  private static final int ITEMS = 4;

  private ShownValue() {}

  /** Text in quotes, exact numbers, the first items of a list, the names of an object's fields. */
  public static String of(Object value) {
    return switch (value) {
      case Absent _ -> "absent";
      case Null _ -> "NULL";
      case String s -> FormulaPrinter.quote(cut(s));
      case Boolean b -> b ? "TRUE" : "FALSE";
      case List<?> list -> list(list);
      case Obj o -> cut("{" + String.join(", ", o.fields().keySet()) + "}");
      case Binary b -> cut(b.base64());
      default -> cut(Values.text(value));
    };
  }

  private static String list(List<?> list) {
    String items = list.stream().limit(ITEMS).map(ShownValue::of).collect(Collectors.joining(", "));
    int more = list.size() - ITEMS;
    return more > 0 ? "[" + items + ", … +" + more + "]" : "[" + items + "]";
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
