package fieldloom.function.collections;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows turned into fields, and fields into rows. */
final class PivotFunctions {
  private PivotFunctions() {}

  static List<FunctionDef> all() {
    return List.of(pivot(), unpivot());
  }

  private static FunctionDef pivot() {
    return define(
            "PIVOT",
            Group.COLLECTIONS,
            "One object for each combination of key fields, with a field for each name that occurs;"
                + " two values for one field are an error.",
            "按键字段合并为一个对象，名称字段的每个值成为一个字段；同一字段有两个值则报错。")
        .param("list", Kind.LIST)
        .param("keyFields", Kind.LIST)
        .param("nameField", Kind.TEXT)
        .param("valueField", Kind.TEXT)
        .returns(ValueType.listOf(ValueType.OBJECT))
        .example(
            "PIVOT([{\"id\": 1, \"m\": \"jan\", \"n\": 5}, {\"id\": 1, \"m\": \"feb\", \"n\": 6}],"
                + " [\"id\"], \"m\", \"n\")",
            "[{\"id\": 1, \"jan\": 5, \"feb\": 6}]")
        .example(
            "PIVOT([{\"m\": \"a\", \"n\": 1}, {\"m\": \"a\", \"n\": 2}], [], \"m\", \"n\")",
            "error")
        .example("PIVOT([], [\"id\"], \"m\", \"n\")", "[]")
        .aliases("crosstab", "rows to columns", "denormalize", "行转列")
        .body(PivotFunctions::pivoted);
  }

  private static List<Object> pivoted(Arguments a) {
    List<String> keyFields = names(a);
    Map<List<Object>, Obj> rows = new LinkedHashMap<>();
    for (Object item : a.list(0)) {
      Obj source = object(item);
      List<Object> key = new ArrayList<>();
      keyFields.forEach(field -> key.add(Values.key(source.get(field))));
      Obj row = rows.computeIfAbsent(key, k -> head(source, keyFields));
      Object name = source.get(a.text(2));
      if (Values.isValue(name)) {
        put(row, Values.keyText(name), source.get(a.text(3)));
      }
    }
    return List.copyOf(rows.values());
  }

  private static Obj head(Obj source, List<String> fields) {
    Obj head = new Obj();
    fields.forEach(field -> head.put(field, source.get(field)));
    return head;
  }

  private static void put(Obj row, String name, Object value) {
    if (row.has(name)) {
      throw new ValueException(
          "two-values",
          "Two values would stand in the field “%s” of one row: add a key field or sum them first."
              .formatted(name));
    }
    row.put(name, value);
  }

  private static FunctionDef unpivot() {
    return define(
            "UNPIVOT",
            Group.COLLECTIONS,
            "One object for each field of each object that is no key field, with the field's name"
                + " and its value beside the key fields.",
            "把每个对象的非键字段各变为一个对象，含键字段、字段名和值。")
        .param("list", Kind.LIST)
        .param("keyFields", Kind.LIST)
        .param("nameField", Kind.TEXT)
        .param("valueField", Kind.TEXT)
        .returns(ValueType.listOf(ValueType.OBJECT))
        .example(
            "UNPIVOT([{\"id\": 1, \"jan\": 5, \"feb\": 6}], [\"id\"], \"m\", \"n\")",
            "[{\"id\": 1, \"m\": \"jan\", \"n\": 5}, {\"id\": 1, \"m\": \"feb\", \"n\": 6}]")
        .example("UNPIVOT([{\"id\": 1}], [\"id\"], \"m\", \"n\")", "[]")
        .example("UNPIVOT([{\"id\": 1, \"a\": 2}], [\"id\"], \"id\", \"n\")", "error")
        .aliases("melt", "columns to rows", "normalize", "列转行")
        .body(PivotFunctions::unpivoted);
  }

  private static List<Object> unpivoted(Arguments a) {
    List<String> keyFields = names(a);
    List<Object> rows = new ArrayList<>();
    for (Object item : a.list(0)) {
      Obj source = object(item);
      source
          .fields()
          .forEach(
              (name, value) -> {
                if (!keyFields.contains(name)) {
                  Obj row = head(source, keyFields);
                  put(row, a.text(2), name);
                  put(row, a.text(3), value);
                  rows.add(row);
                }
              });
    }
    return List.copyOf(rows);
  }

  private static List<String> names(Arguments a) {
    return a.list(1).stream().map(Values::text).toList();
  }

  private static Obj object(Object item) {
    if (item instanceof Obj object) {
      return object;
    }
    String shown = item == Absent.ABSENT ? "An absent item" : Values.shown(item);
    throw new ValueException("not-an-object", shown + " is no object.");
  }
}
