package fieldloom.function.collections;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items by key, and the keys and values of objects. */
final class KeyFunctions {
  private KeyFunctions() {}

  static List<FunctionDef> all() {
    return List.of(group(), indexBy(), keys(), values());
  }

  private static FunctionDef group() {
    return define(
            "GROUP",
            Group.COLLECTIONS,
            "Objects with key and items, one for each key, in the order in which keys first occur.",
            "按键分组，得到含 key 和 items 的对象，按键首次出现的次序排列。")
        .param("list", Kind.LIST)
        .param("key", Kind.LAMBDA)
        .returns(ValueType.listOf(ValueType.OBJECT))
        .example(
            "GROUP([1, 2, 3], x -> MOD(x, 2))",
            "[{\"key\": 1, \"items\": [1, 3]}, {\"key\": 0, \"items\": [2]}]")
        .example("MAP(GROUP([\"a\", \"b\", \"a\"], x -> x), g -> COUNT(g.items))", "[2, 1]")
        .example("GROUP([], x -> x)", "[]")
        .aliases("group-by", "group items")
        .body(KeyFunctions::grouped);
  }

  private static List<Object> grouped(Arguments a) {
    Map<Object, Obj> groups = new LinkedHashMap<>();
    Map<Object, List<Object>> items = new LinkedHashMap<>();
    long index = 0;
    for (Object item : a.list(0)) {
      Object key = a.lambda(1).call(item, ++index);
      Object same = Values.key(key);
      groups.computeIfAbsent(same, k -> new Obj().put("key", key));
      items.computeIfAbsent(same, k -> new ArrayList<>()).add(item);
    }
    groups.forEach((same, object) -> object.put("items", items.get(same)));
    return List.copyOf(groups.values());
  }

  private static FunctionDef indexBy() {
    return define(
            "INDEX_BY",
            Group.COLLECTIONS,
            "An object that has each item under its key; of equal keys the last item stays, items"
                + " without a key are left out.",
            "以键为名、以项为值的对象；键相同时保留最后一项，没有键的项略去。")
        .param("list", Kind.LIST)
        .param("key", Kind.LAMBDA)
        .returns(ValueType.OBJECT)
        .example("INDEX_BY([\"aa\", \"b\"], x -> LENGTH(x))", "{\"2\": \"aa\", \"1\": \"b\"}")
        .example("INDEX_BY([\"a\", \"b\"], x -> \"k\")", "{\"k\": \"b\"}")
        .example("INDEX_BY([], x -> x)", "{}")
        .aliases("key by", "to map", "dictionary")
        .body(
            a -> {
              Obj object = new Obj();
              long index = 0;
              for (Object item : a.list(0)) {
                Object key = a.lambda(1).call(item, ++index);
                if (Values.isValue(key)) {
                  object.put(Values.keyText(key), item);
                }
              }
              return object;
            });
  }

  private static FunctionDef keys() {
    return define("KEYS", Group.COLLECTIONS, "The names of an object's fields.", "对象各字段的名称。")
        .param("object", Kind.OBJECT)
        .returns(ValueType.listOf(ValueType.STRING))
        .example("KEYS({\"b\": 1, \"a\": 2})", "[\"b\", \"a\"]")
        .example("KEYS({})", "[]")
        .example("KEYS(NULL)", "null")
        .aliases("field names", "object keys")
        .body(a -> List.copyOf(object(a).fields().keySet()));
  }

  private static FunctionDef values() {
    return define("VALUES", Group.COLLECTIONS, "The values of an object's fields.", "对象各字段的值。")
        .param("object", Kind.OBJECT)
        .returns(ValueType.listOf(ValueType.ANY))
        .example("VALUES({\"b\": 1, \"a\": 2})", "[1, 2]")
        .example("VALUES({})", "[]")
        .example("VALUES(NULL)", "null")
        .aliases("field values", "object values")
        .body(a -> List.copyOf(object(a).fields().values()));
  }

  private static Obj object(Arguments a) {
    if (a.value(0) instanceof Obj object) {
      return object;
    }
    throw new ValueException("not-an-object", Values.shown(a.value(0)) + " is no object.");
  }
}
