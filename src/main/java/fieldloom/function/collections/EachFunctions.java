package fieldloom.function.collections;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Lambdas;
import fieldloom.function.Types;
import fieldloom.function.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Something done with each item of a list. */
final class EachFunctions {
  private EachFunctions() {}

  static List<FunctionDef> all() {
    return List.of(filter(), map(), any(), allOf());
  }

  private static FunctionBuilder list(String name, String english, String chinese) {
    return define(name, Group.COLLECTIONS, english, chinese).param("list", Kind.LIST);
  }

  private static FunctionDef filter() {
    return list("FILTER", "The items for which a condition holds.", "满足条件的各项。")
        .param("condition", Kind.LAMBDA)
        .typing(types -> Types.listAt(types, 0))
        .example("FILTER([1, 5, 10], x -> x > 2)", "[5, 10]")
        .example("FILTER([\"a\", \"b\", \"c\"], (x, i) -> i > 1)", "[\"b\", \"c\"]")
        .example("FILTER([NULL, 1], x -> x > 0)", "[1]")
        .aliases("where", "select", "filter items")
        .body(
            a -> {
              List<Object> kept = new ArrayList<>();
              long index = 0;
              for (Object item : a.list(0)) {
                if (Lambdas.test(a.lambda(1), item, ++index)) {
                  kept.add(item);
                }
              }
              return kept;
            });
  }

  private static FunctionDef map() {
    return list("MAP", "A list of what a formula gives for each item.", "对每一项计算，得到结果的列表。")
        .param("formula", Kind.LAMBDA)
        .typing(types -> ValueType.listOf(Types.at(types, 1)))
        .example("MAP([1, 2], x -> x * 10)", "[10, 20]")
        .example("MAP([\"a\", \"b\"], (x, i) -> x & i)", "[\"a1\", \"b2\"]")
        .example("MAP([], x -> x)", "[]")
        .aliases("for each", "transform", "collect")
        .body(
            a -> {
              List<Object> made = new ArrayList<>();
              long index = 0;
              for (Object item : a.list(0)) {
                made.add(a.lambda(1).call(item, ++index));
              }
              return made;
            });
  }

  private static FunctionDef any() {
    return list("ANY", "Whether a condition holds for at least one item.", "是否至少有一项满足条件。")
        .optional("condition", Kind.LAMBDA)
        .returns(ValueType.BOOLEAN)
        .example("ANY([1, 5], x -> x > 2)", "true")
        .example("ANY([], x -> TRUE)", "false")
        .example("ANY([FALSE, TRUE])", "true")
        .aliases("some", "exists where")
        .body(a -> decided(a, true));
  }

  private static FunctionDef allOf() {
    return list("ALL", "Whether a condition holds for every item.", "是否每一项都满足条件。")
        .optional("condition", Kind.LAMBDA)
        .returns(ValueType.BOOLEAN)
        .example("ALL([3, 5], x -> x > 2)", "true")
        .example("ALL([], x -> FALSE)", "true")
        .example("ALL([1, NULL], x -> x > 0)", "false")
        .aliases("every")
        .body(a -> decided(a, false));
  }

  private static boolean decided(Arguments a, boolean deciding) {
    long index = 0;
    for (Object item : a.list(0)) {
      index++;
      boolean holds = a.has(1) ? Lambdas.test(a.lambda(1), item, index) : Lambdas.isTrue(item);
      if (holds == deciding) {
        return deciding;
      }
    }
    return !deciding;
  }
}
