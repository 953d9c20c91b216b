package fieldloom.function.aggregates;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.Arguments.Lambda;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Lambdas;
import fieldloom.function.Numbers;
import fieldloom.function.Types;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.util.List;

/** Aggregates of the items for which a condition holds. */
final class ConditionalFunctions {
  private ConditionalFunctions() {}

  static List<FunctionDef> all() {
    return List.of(sumIf(), countIf());
  }

  private static FunctionDef sumIf() {
    return define(
            "SUM_IF",
            Group.AGGREGATES,
            "The sum of the items, or of a value of each, for which a condition holds.",
            "满足条件的项（或由项算出的值）之和。")
        .param("list", Kind.LIST)
        .param("condition", Kind.LAMBDA)
        .optional("value", Kind.LAMBDA)
        .raw()
        .typing(
            types ->
                Types.number(List.of(types.size() > 2 ? types.get(2) : Types.itemAt(types, 0))))
        .example("SUM_IF([1, 5, 10], x -> x > 2)", "15")
        .example(
            "SUM_IF([{\"q\": 2, \"ok\": TRUE}, {\"q\": 3, \"ok\": FALSE}], x -> x.ok, x -> x.q)",
            "2")
        .example("SUM_IF([], x -> TRUE)", "0")
        .aliases("sumif", "conditional sum")
        .body(ConditionalFunctions::sumWhere);
  }

  private static Num sumWhere(Arguments a) {
    Lambda condition = a.lambda(1);
    Num sum = Num.of(0);
    long index = 0;
    for (Object item : a.list(0)) {
      index++;
      if (Lambdas.test(condition, item, index)) {
        Object value = a.has(2) ? a.lambda(2).call(item, index) : item;
        sum = Values.isValue(value) ? Numbers.add(sum, Numbers.of(value)) : sum;
      }
    }
    return sum;
  }

  private static FunctionDef countIf() {
    return define(
            "COUNT_IF",
            Group.AGGREGATES,
            "How many items there are for which a condition holds.",
            "满足条件的项数。")
        .param("list", Kind.LIST)
        .param("condition", Kind.LAMBDA)
        .raw()
        .returns(ValueType.INTEGER)
        .example("COUNT_IF([1, 5, 10], x -> x > 2)", "2")
        .example("COUNT_IF([NULL, 1], x -> x > 0)", "1")
        .example("COUNT_IF([], x -> TRUE)", "0")
        .aliases("countif", "conditional count")
        .body(
            a -> {
              Lambda condition = a.lambda(1);
              long count = 0;
              long index = 0;
              for (Object item : a.list(0)) {
                count += Lambdas.test(condition, item, ++index) ? 1 : 0;
              }
              return Num.of(count);
            });
  }
}
