package fieldloom.function.collections;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.Check;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.Types;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Lists of another shape, and lists from nothing. */
final class ShapeFunctions {
  private ShapeFunctions() {}

  static List<FunctionDef> all() {
    return List.of(flatten(), zip(), chunk(), sequence());
  }

  private static FunctionDef flatten() {
    return define(
            "FLATTEN",
            Group.COLLECTIONS,
            "The items of the lists in a list, one level; what is no list stays.",
            "把列表中的列表展开一层，不是列表的项保留。")
        .param("list", Kind.LIST)
        .typing(ShapeFunctions::flatType)
        .example("FLATTEN([[1, 2], [3]])", "[1, 2, 3]")
        .example("FLATTEN([1, [2, [3]]])", "[1, 2, [3]]")
        .example("FLATTEN([])", "[]")
        .aliases("flat", "concat lists")
        .body(
            a -> {
              List<Object> items = new ArrayList<>();
              for (Object item : a.list(0)) {
                if (item instanceof List<?> inner) {
                  items.addAll(inner);
                } else {
                  items.add(item);
                }
              }
              return items;
            });
  }

  private static ValueType flatType(List<ValueType> types) {
    ValueType item = Types.itemAt(types, 0);
    return ValueType.listOf(item.type() == FieldType.ARRAY ? item.itemOrAny() : item);
  }

  private static FunctionDef zip() {
    return define(
            "ZIP",
            Group.COLLECTIONS,
            "Pairs of the items in the same place of two lists, as many as the shorter has.",
            "把两个列表同一位置的项配成对，以较短的为准。")
        .param("list", Kind.LIST)
        .param("other", Kind.LIST)
        .typing(
            types ->
                ValueType.listOf(
                    ValueType.listOf(Types.common(Types.itemAt(types, 0), Types.itemAt(types, 1)))))
        .example("ZIP([1, 2], [\"a\", \"b\"])", "[[1, \"a\"], [2, \"b\"]]")
        .example("ZIP([1, 2, 3], [4])", "[[1, 4]]")
        .example("ZIP([], [1])", "[]")
        .aliases("pair up", "combine lists")
        .body(
            a -> {
              List<Object> left = a.list(0);
              List<Object> right = a.list(1);
              List<Object> pairs = new ArrayList<>();
              for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                pairs.add(List.of(left.get(i), right.get(i)));
              }
              return pairs;
            });
  }

  private static FunctionDef chunk() {
    return define(
            "CHUNK",
            Group.COLLECTIONS,
            "Lists of so many items each, the last one of what is left.",
            "把列表按每段若干项分成多个列表，最后一段为剩余的项。")
        .param("list", Kind.LIST)
        .param("size", Kind.INTEGER)
        .typing(types -> ValueType.listOf(Types.listAt(types, 0)))
        .example("CHUNK([1, 2, 3], 2)", "[[1, 2], [3]]")
        .example("CHUNK([], 2)", "[]")
        .example("CHUNK([1], 0)", "error")
        .aliases("group-into-blocks", "batch", "partition")
        .body(
            a -> {
              int size = Check.atLeast(a, 1, 1, "The size");
              List<Object> list = a.list(0);
              List<Object> chunks = new ArrayList<>();
              for (long from = 0; from < list.size(); from += size) {
                int to = (int) Math.min(from + size, list.size());
                chunks.add(List.copyOf(list.subList((int) from, to)));
              }
              return chunks;
            });
  }

  private static FunctionDef sequence() {
    return define(
            "SEQUENCE",
            Group.COLLECTIONS,
            "The numbers from one to another by a step, which is 1 where none is given; none where"
                + " the step leads away.",
            "从一个数到另一个数、按步长（默认 1）递进的各数；步长无法到达则为空。")
        .param("from", Kind.NUMBER)
        .param("to", Kind.NUMBER)
        .optional("step", Kind.NUMBER)
        .typing(types -> ValueType.listOf(Types.number(types)))
        .example("SEQUENCE(1, 3)", "[1, 2, 3]")
        .example("SEQUENCE(5, 1, -2)", "[5, 3, 1]")
        .example("SEQUENCE(1, 0)", "[]")
        .example("SEQUENCE(1, 3, 0)", "error")
        .aliases("generate-sequence", "range", "numbers")
        .body(ShapeFunctions::sequence);
  }

  private static List<Object> sequence(Arguments a) {
    Num step = a.has(2) ? a.number(2) : Num.of(1);
    if (step.value().signum() == 0) {
      throw new ValueException("out-of-range", "The step is 0: give another.");
    }
    Num way = Numbers.subtract(a.number(1), a.number(0));
    if (way.value().signum() * step.value().signum() < 0) {
      return List.of();
    }
    Num steps = Numbers.intDivide(way, step);
    Check.size(steps.value().min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue());
    List<Object> numbers = new ArrayList<>();
    Num next = a.number(0);
    for (int i = steps.value().intValueExact(); i >= 0; i--) {
      numbers.add(next);
      next = Numbers.add(next, step);
    }
    return numbers;
  }
}
