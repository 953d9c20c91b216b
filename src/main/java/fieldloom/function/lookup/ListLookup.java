package fieldloom.function.lookup;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.Path;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;

/** Lookup in a list of objects, as the records of another source. */
final class ListLookup {
  private ListLookup() {}

  static FunctionDef lookupIn() {
    return define(
            "LOOKUP_IN",
            Group.LOOKUP,
            "A field of the first object of a list whose key field has a value; absent where none"
                + " has.",
            "列表中键字段等于给定值的第一个对象的某字段；没有则缺失。")
        .param("list", Kind.LIST)
        .param("keyField", Kind.TEXT)
        .param("key", Kind.ANY)
        .param("resultField", Kind.TEXT)
        .example(
            "LOOKUP_IN([{\"id\": 1, \"n\": \"a\"}, {\"id\": 2, \"n\": \"b\"}], \"id\", 2, \"n\")",
            "\"b\"")
        .example("LOOKUP_IN([{\"id\": 1}], \"id\", 9, \"n\")", "absent")
        .example("LOOKUP_IN([{\"id\": \"1\", \"n\": 5}], \"id\", 1, \"n\")", "5")
        .aliases("find in list", "index match", "join field")
        .body(
            a -> {
              Path keyField = path(a.text(1));
              Path resultField = path(a.text(3));
              Object key = a.value(2);
              for (Object item : a.list(0)) {
                if (matches(field(item, keyField), key)) {
                  return field(item, resultField);
                }
              }
              return Absent.ABSENT;
            });
  }

  private static Path path(String text) {
    try {
      return Path.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ValueException("bad-argument", "“" + text + "” is no field: " + e.getMessage());
    }
  }

  private static Object field(Object item, Path path) {
    Object value = item;
    for (Path.Step step : path.steps()) {
      value = value instanceof Obj o ? o.get(step.name()) : Absent.ABSENT;
    }
    return value;
  }

  /** Keys of different types compare by their text, as those of tables do. */
  private static boolean matches(Object found, Object key) {
    if (!Values.isValue(found)) {
      return false;
    }
    if (found instanceof Num != key instanceof Num
        && (found instanceof String || key instanceof String)) {
      return Values.keyText(found).equals(Values.keyText(key));
    }
    return Values.equal(found, key);
  }
}
