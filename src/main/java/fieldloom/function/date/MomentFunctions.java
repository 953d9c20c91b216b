package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.ValueType;
import java.util.List;

/** The run's moment: fixed once a run. */
final class MomentFunctions {
  private MomentFunctions() {}

  static List<FunctionDef> all() {
    return List.of(todayFunction(), now());
  }

  private static FunctionDef todayFunction() {
    return define(
            "TODAY", Group.DATE, "The date of the run in the mapping's zone.", "运行当天的日期（映射的时区）。")
        .returns(ValueType.DATE)
        .example("DATE_DIFF(TODAY(), TODAY(), \"days\")", "0")
        .example("TODAY() == DATE_OF(NOW())", "true")
        .example("IS_DATE(TODAY())", "true")
        .aliases("current-date", "sysdate")
        .body(a -> a.context().today());
  }

  private static FunctionDef now() {
    return define(
            "NOW",
            Group.DATE,
            "The moment of the run, the same for all its records.",
            "运行的时刻，对本次运行的所有记录都相同。")
        .returns(ValueType.DATETIME)
        .example("NOW() == NOW()", "true")
        .example("DATE_DIFF(NOW(), NOW(), \"millis\")", "0")
        .example("YEAR(NOW()) == YEAR(TODAY())", "true")
        .aliases("current-datetime", "current timestamp")
        .body(a -> a.context().now().withZoneSameInstant(a.context().zone()));
  }
}
