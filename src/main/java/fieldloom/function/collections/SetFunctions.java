package fieldloom.function.collections;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Types;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists as sets: no item twice, the first of equals stays; 1.0 and 1 are equal, 1 and "1" are not.
 */
final class SetFunctions {
  private SetFunctions() {}

  static List<FunctionDef> all() {
    return List.of(distinct(), union(), intersect(), except());
  }

  private static FunctionBuilder list(String name, String english, String chinese) {
    return define(name, Group.COLLECTIONS, english, chinese).param("list", Kind.LIST);
  }

  private static FunctionDef distinct() {
    return list(
            "DISTINCT",
            "A list without what occurred before, as a whole or by a key.",
            "去掉重复的项（可按键判断），保留最先出现的。")
        .optional("key", Kind.LAMBDA)
        .typing(types -> Types.listAt(types, 0))
        .example("DISTINCT([1, 2, 1.0])", "[1, 2]")
        .example("DISTINCT([\"a\", \"A\"])", "[\"a\", \"A\"]")
        .example("DISTINCT([\"aa\", \"ab\", \"b\"], x -> LEFT(x, 1))", "[\"aa\", \"b\"]")
        .aliases("distinct-values", "unique", "remove duplicates")
        .body(SetFunctions::distinct);
  }

  private static List<Object> distinct(Arguments a) {
    Set<Object> seen = new HashSet<>();
    List<Object> kept = new ArrayList<>();
    long index = 0;
    for (Object item : a.list(0)) {
      index++;
      Object key = a.has(1) ? a.lambda(1).call(item, index) : item;
      if (seen.add(Values.key(key))) {
        kept.add(item);
      }
    }
    return kept;
  }

  private static FunctionDef union() {
    return list("UNION", "What occurs in one of the lists, once.", "各列表中出现过的项，不重复。")
        .repeated("other", Kind.LIST)
        .typing(SetFunctions::commonList)
        .example("UNION([1, 2], [2, 3])", "[1, 2, 3]")
        .example("UNION([1, 1], [])", "[1]")
        .example("UNION([], [])", "[]")
        .aliases("merge lists", "combine")
        .body(
            a -> {
              Set<Object> seen = new HashSet<>();
              List<Object> kept = new ArrayList<>();
              for (int i = 0; i < a.size(); i++) {
                a.list(i).stream().filter(item -> seen.add(Values.key(item))).forEach(kept::add);
              }
              return kept;
            });
  }

  private static ValueType commonList(List<ValueType> types) {
    List<ValueType> items = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      items.add(Types.itemAt(types, i));
    }
    return ValueType.listOf(Types.common(items));
  }

  private static FunctionDef intersect() {
    return list("INTERSECT", "What occurs in both lists, once.", "两个列表中都出现的项，不重复。")
        .param("other", Kind.LIST)
        .typing(types -> Types.listAt(types, 0))
        .example("INTERSECT([1, 2, 3], [3, 2])", "[2, 3]")
        .example("INTERSECT([1], [2])", "[]")
        .example("INTERSECT([1, 1], [1.0])", "[1]")
        .aliases("intersection", "common items")
        .body(a -> chosen(a, true));
  }

  private static FunctionDef except() {
    return list(
            "EXCEPT",
            "What occurs in the first list and not in the second, once.",
            "在第一个列表而不在第二个列表中的项，不重复。")
        .param("other", Kind.LIST)
        .typing(types -> Types.listAt(types, 0))
        .example("EXCEPT([1, 2, 3], [2])", "[1, 3]")
        .example("EXCEPT([1, 1, 2], [2])", "[1]")
        .example("EXCEPT([1], [1])", "[]")
        .aliases("difference", "minus")
        .body(a -> chosen(a, false));
  }

  private static List<Object> chosen(Arguments a, boolean inOther) {
    Set<Object> other = new HashSet<>();
    a.list(1).forEach(item -> other.add(Values.key(item)));
    Set<Object> seen = new HashSet<>();
    List<Object> kept = new ArrayList<>();
    for (Object item : a.list(0)) {
      Object key = Values.key(item);
      if (other.contains(key) == inOther && seen.add(key)) {
        kept.add(item);
      }
    }
    return kept;
  }
}
