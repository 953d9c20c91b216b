package fieldloom.function.aggregates;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.Types;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.util.ArrayList;
import java.util.List;

/** Sums and what is made of them. */
final class SumFunctions {
  private SumFunctions() {}

  static List<FunctionDef> all() {
    return List.of(count(), sum(), average(), product(), runningSum());
  }

  private static FunctionBuilder list(String name, String english, String chinese) {
    return define(name, Group.AGGREGATES, english, chinese).param("list", Kind.LIST);
  }

  private static ValueType numberOfItems(List<ValueType> types) {
    return Types.number(List.of(Types.itemAt(types, 0)));
  }

  private static FunctionDef count() {
    return list("COUNT", "How many items are neither absent nor null.", "既不缺失也不为空的项数。")
        .raw()
        .returns(ValueType.INTEGER)
        .example("COUNT([1, NULL, 3])", "2")
        .example("COUNT([])", "0")
        .example("COUNT(NULL)", "0")
        .aliases("number of items", "size", "length of list")
        .body(a -> Num.of(a.list(0).stream().filter(Values::isValue).count()));
  }

  private static FunctionDef sum() {
    return list("SUM", "The sum of the items, exactly; 0 of none.", "各项之和，精确计算；没有项时为 0。")
        .raw()
        .typing(SumFunctions::numberOfItems)
        .example("SUM([0.1, 0.2])", "0.3")
        .example("SUM([1, NULL, 3])", "4")
        .example("SUM([])", "0")
        .example("SUM([1, \"x\"])", "error")
        .aliases("total", "add up")
        .body(a -> Numbers.sum(a.list(0)));
  }

  private static FunctionDef average() {
    return list(
            "AVERAGE",
            "The sum of the items divided by their number, to 34 digits; absent of none.",
            "各项的平均值，保留 34 位有效数字；没有项时缺失。")
        .raw()
        .returns(ValueType.DECIMAL)
        .example("AVERAGE([1, 2])", "1.5")
        .example("AVERAGE([1, NULL, 3])", "2")
        .example("AVERAGE([])", "absent")
        .aliases("avg", "mean")
        .body(a -> Numbers.average(a.list(0)));
  }

  private static FunctionDef product() {
    return list("PRODUCT", "The product of the items, exactly; 1 of none.", "各项之积，精确计算；没有项时为 1。")
        .raw()
        .typing(SumFunctions::numberOfItems)
        .example("PRODUCT([2, 3, 4])", "24")
        .example("PRODUCT([2, NULL])", "2")
        .example("PRODUCT([])", "1")
        .aliases("multiply all")
        .body(
            a -> {
              Num product = Num.of(1);
              for (Object item : a.list(0)) {
                if (Values.isValue(item)) {
                  product = Numbers.multiply(product, Numbers.of(item));
                }
              }
              return product;
            });
  }

  private static FunctionDef runningSum() {
    return list(
            "RUNNING_SUM",
            "A list of the sums so far, one for each item; an absent or null item adds nothing.",
            "逐项累计的和组成的列表；缺失或空值的项不增加。")
        .typing(types -> ValueType.listOf(numberOfItems(types)))
        .example("RUNNING_SUM([1, 2, 3])", "[1, 3, 6]")
        .example("RUNNING_SUM([5, NULL, 1])", "[5, 5, 6]")
        .example("RUNNING_SUM([])", "[]")
        .aliases("cumulative sum", "running total")
        .body(
            a -> {
              List<Object> sums = new ArrayList<>();
              Num sum = Num.of(0);
              for (Object item : a.list(0)) {
                sum = Values.isValue(item) ? Numbers.add(sum, Numbers.of(item)) : sum;
                sums.add(sum);
              }
              return sums;
            });
  }
}
