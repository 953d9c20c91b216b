package fieldloom.function.collections;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Types;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import java.util.ArrayList;
import java.util.List;

/** Lists put in order. */
final class OrderFunctions {
  private OrderFunctions() {}

  static List<FunctionDef> all() {
    return List.of(sort());
  }

  private static FunctionDef sort() {
    return define(
            "SORT",
            Group.COLLECTIONS,
            "A list in the order of its items, or of a key or a list of keys of each; equal ones"
                + " stay as they were; \"desc\" turns the order round.",
            "按各项（或按键、按键列表）排序，相等的保持原有次序；\"desc\" 为降序。")
        .param("list", Kind.LIST)
        .optional("key", Kind.LAMBDA)
        .optional("order", Kind.ANY)
        .typing(types -> Types.listAt(types, 0))
        .example("SORT([3, 1, 2])", "[1, 2, 3]")
        .example("SORT([\"b\", \"B\", \"a\"])", "[\"B\", \"a\", \"b\"]")
        .example("SORT([1, 3, 2], x -> x, \"desc\")", "[3, 2, 1]")
        .example(
            "MAP(SORT([{\"a\": 1, \"b\": 2}, {\"a\": 1, \"b\": 1}], x -> [x.a, x.b]), x -> x.b)",
            "[1, 2]")
        .example("SORT([NULL, 2, 1])", "[1, 2, null]")
        .example("SORT([1, \"a\"])", "error")
        .aliases("order by", "sort by", "sort items")
        .body(OrderFunctions::sorted);
  }

  private static List<Object> sorted(Arguments a) {
    List<SortItem> items = new ArrayList<>();
    long index = 0;
    for (Object item : a.list(0)) {
      index++;
      Object key = a.has(1) ? a.lambda(1).call(item, index) : item;
      items.add(new SortItem(item, key instanceof List<?> keys ? List.copyOf(keys) : List.of(key)));
    }
    SortItem.check(items);
    items.sort(SortItem.order(a.has(2) ? descending(a.value(2)) : List.of(false)));
    return items.stream().map(SortItem::item).toList();
  }

  /** One order for all keys, or one for each of them. */
  private static List<Boolean> descending(Object order) {
    return order instanceof List<?> each
        ? each.stream().map(OrderFunctions::isDescending).toList()
        : List.of(isDescending(order));
  }

  private static boolean isDescending(Object order) {
    return switch (order) {
      case String s when s.equalsIgnoreCase("desc") -> true;
      case String s when s.equalsIgnoreCase("asc") -> false;
      default ->
          throw new ValueException(
              "bad-argument", Values.shown(order) + " is no order: give \"asc\" or \"desc\".");
    };
  }
}
