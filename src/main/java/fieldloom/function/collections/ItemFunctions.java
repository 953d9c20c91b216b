package fieldloom.function.collections;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Check;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Types;
import fieldloom.model.value.Absent;
import java.util.List;

/** Single items and parts of a list. */
final class ItemFunctions {
  private ItemFunctions() {}

  static List<FunctionDef> all() {
    return List.of(first(), last(), itemAt(), take(), skip(), slice(), reverse());
  }

  private static FunctionBuilder list(String name, String english, String chinese) {
    return define(name, Group.COLLECTIONS, english, chinese).param("list", Kind.LIST);
  }

  private static FunctionDef first() {
    return list("FIRST", "The first item of a list; absent where it is empty.", "列表的第一项，空列表则缺失。")
        .typing(types -> Types.itemAt(types, 0))
        .example("FIRST([\"a\", \"b\"])", "\"a\"")
        .example("FIRST([])", "absent")
        .example("FIRST([NULL, 1])", "null")
        .aliases("first-items", "head")
        .body(a -> item(a.list(0), 0));
  }

  private static FunctionDef last() {
    return list("LAST", "The last item of a list; absent where it is empty.", "列表的最后一项，空列表则缺失。")
        .typing(types -> Types.itemAt(types, 0))
        .example("LAST([\"a\", \"b\"])", "\"b\"")
        .example("LAST([])", "absent")
        .example("LAST([1])", "1")
        .aliases("last-items", "tail item")
        .body(a -> item(a.list(0), a.list(0).size() - 1));
  }

  private static FunctionDef itemAt() {
    return list(
            "ITEM_AT",
            "The item at a position from 1; absent where the list is shorter.",
            "列表中第几项（从 1 数起），超出则缺失。")
        .param("position", Kind.INTEGER)
        .typing(types -> Types.itemAt(types, 0))
        .example("ITEM_AT([\"a\", \"b\"], 2)", "\"b\"")
        .example("ITEM_AT([\"a\", \"b\"], 3)", "absent")
        .example("ITEM_AT([\"a\"], 0)", "error")
        .aliases("item-at", "get", "index")
        .body(a -> item(a.list(0), Check.atLeast(a, 1, 1, "The position") - 1));
  }

  private static Object item(List<Object> list, int index) {
    return index >= 0 && index < list.size() ? list.get(index) : Absent.ABSENT;
  }

  private static FunctionDef take() {
    return list("TAKE", "The first items of a list.", "列表的前若干项。")
        .param("count", Kind.INTEGER)
        .typing(types -> Types.listAt(types, 0))
        .example("TAKE([1, 2, 3], 2)", "[1, 2]")
        .example("TAKE([1], 5)", "[1]")
        .example("TAKE([1], -1)", "error")
        .aliases("first-items", "limit", "top")
        .body(a -> part(a.list(0), 0, Check.atLeast(a, 1, 0, "The count")));
  }

  private static FunctionDef skip() {
    return list("SKIP", "A list without its first items.", "去掉列表的前若干项。")
        .param("count", Kind.INTEGER)
        .typing(types -> Types.listAt(types, 0))
        .example("SKIP([1, 2, 3], 2)", "[3]")
        .example("SKIP([1], 5)", "[]")
        .example("SKIP([1], -1)", "error")
        .aliases("skip-first-items", "drop", "offset")
        .body(a -> part(a.list(0), Check.atLeast(a, 1, 0, "The count"), a.list(0).size()));
  }

  private static FunctionDef slice() {
    return list(
            "SLICE",
            "The items from one position to another, from 1, both included.",
            "列表中从第几项到第几项（从 1 数起，含两端）。")
        .param("from", Kind.INTEGER)
        .param("to", Kind.INTEGER)
        .typing(types -> Types.listAt(types, 0))
        .example("SLICE([1, 2, 3, 4], 2, 3)", "[2, 3]")
        .example("SLICE([1, 2], 2, 9)", "[2]")
        .example("SLICE([1, 2], 3, 9)", "[]")
        .aliases("items-from-till", "sublist")
        .body(
            a ->
                part(
                    a.list(0),
                    Check.atLeast(a, 1, 1, "The first position") - 1,
                    Check.atLeast(a, 2, 0, "The last position")));
  }

  private static List<Object> part(List<Object> list, int from, int to) {
    int end = Math.min(to, list.size());
    return from >= end ? List.of() : List.copyOf(list.subList(from, end));
  }

  private static FunctionDef reverse() {
    return list("REVERSE", "A list the other way round.", "把列表倒序。")
        .typing(types -> Types.listAt(types, 0))
        .example("REVERSE([1, 2, 3])", "[3, 2, 1]")
        .example("REVERSE([])", "[]")
        .example("REVERSE(NULL)", "null")
        .aliases("invert order")
        .body(a -> List.copyOf(a.list(0).reversed()));
  }
}
