package fieldloom.function.aggregates;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.Types;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import java.util.List;

/** The least, the greatest and the middle of a list. */
final class ExtremeFunctions {
  private ExtremeFunctions() {}

  static List<FunctionDef> all() {
    return List.of(min(), max(), median(), textMin(), textMax());
  }

  private static FunctionBuilder list(String name, String english, String chinese) {
    return define(name, Group.AGGREGATES, english, chinese).param("list", Kind.LIST).raw();
  }

  private static FunctionDef min() {
    return list(
            "MIN",
            "The least number, date or time of a list; absent of none.",
            "列表中最小的数或最早的日期时间；没有项时缺失。")
        .typing(types -> Types.itemAt(types, 0))
        .example("MIN([3, 1, 2])", "1")
        .example("MIN([NULL, 2])", "2")
        .example("MIN([])", "absent")
        .example("MIN([\"b\", \"a\"])", "error")
        .aliases("minimum", "least", "earliest")
        .body(a -> extreme(a, -1));
  }

  private static FunctionDef max() {
    return list(
            "MAX",
            "The greatest number, date or time of a list; absent of none.",
            "列表中最大的数或最晚的日期时间；没有项时缺失。")
        .typing(types -> Types.itemAt(types, 0))
        .example("MAX([3, 1, 2])", "3")
        .example("MAX([PARSEDATE(\"2024-01-31\", \"yyyy-MM-dd\")])", "\"2024-01-31\"")
        .example("MAX([])", "absent")
        .aliases("maximum", "greatest", "latest")
        .body(a -> extreme(a, 1));
  }

  private static Object extreme(Arguments a, int sign) {
    Object best = Absent.ABSENT;
    for (Object item : a.list(0)) {
      if (!Values.isValue(item)) {
        continue;
      }
      if (item instanceof String || item instanceof Boolean) {
        throw new ValueException(
            "not-a-number",
            "%s is neither a number nor a date: convert it, or use TEXT_MIN or TEXT_MAX."
                .formatted(Values.shown(item)));
      }
      if (best == Absent.ABSENT) {
        // Says so where a list or an object stands alone, too.
        Values.compare(item, item);
        best = item;
      } else if (Integer.signum(Values.compare(item, best)) == sign) {
        best = item;
      }
    }
    return best;
  }

  private static FunctionDef median() {
    return list(
            "MEDIAN",
            "The middle number of a list, of an even count the average of the two in the middle;"
                + " absent of none.",
            "列表的中位数；没有项时缺失。")
        .returns(ValueType.DECIMAL)
        .example("MEDIAN([3, 1, 2])", "2")
        .example("MEDIAN([4, 1, 2, 3])", "2.5")
        .example("MEDIAN([])", "absent")
        .aliases("middle")
        .body(a -> median(a.list(0)));
  }

  private static Object median(List<Object> list) {
    List<Num> sorted = list.stream().filter(Values::isValue).map(Numbers::of).sorted().toList();
    if (sorted.isEmpty()) {
      return Absent.ABSENT;
    }
    Num upper = sorted.get(sorted.size() / 2);
    if (sorted.size() % 2 != 0) {
      return upper;
    }
    return Numbers.divide(Numbers.add(sorted.get(sorted.size() / 2 - 1), upper), Num.of(2));
  }

  private static FunctionDef textMin() {
    return list(
            "TEXT_MIN",
            "The first text of a list by code point; absent of none.",
            "列表中按码点排在最前的文本；没有项时缺失。")
        .returns(ValueType.STRING)
        .example("TEXT_MIN([\"b\", \"a\"])", "\"a\"")
        .example("TEXT_MIN([\"10\", \"9\"])", "\"10\"")
        .example("TEXT_MIN([])", "absent")
        .aliases("min-string", "first text")
        .body(a -> textExtreme(a, -1));
  }

  private static FunctionDef textMax() {
    return list(
            "TEXT_MAX",
            "The last text of a list by code point; absent of none.",
            "列表中按码点排在最后的文本；没有项时缺失。")
        .returns(ValueType.STRING)
        .example("TEXT_MAX([\"b\", \"a\"])", "\"b\"")
        .example("TEXT_MAX([\"B\", \"a\"])", "\"a\"")
        .example("TEXT_MAX([NULL])", "absent")
        .aliases("max-string", "last text")
        .body(a -> textExtreme(a, 1));
  }

  private static Object textExtreme(Arguments a, int sign) {
    return a.list(0).stream()
        .filter(Values::isValue)
        .map(Values::text)
        .reduce((x, y) -> Integer.signum(Values.compareText(y, x)) == sign ? y : x)
        .map(Object.class::cast)
        .orElse(Absent.ABSENT);
  }
}
