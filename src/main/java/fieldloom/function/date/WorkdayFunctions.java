package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.IsoDates;
import fieldloom.function.Tables;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.function.table.PlantCalendar;
import fieldloom.model.value.Num;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Working days: Monday to Friday, by a calendar of the mapping or less a list of holidays. */
final class WorkdayFunctions {
  private WorkdayFunctions() {}

  static List<FunctionDef> all() {
    return List.of(workdays(), workdayAdd());
  }

  private static FunctionDef workdays() {
    return define(
            "WORKDAYS",
            Group.DATE,
            "How many working days lie between two dates, both included: Monday to Friday, or by a"
                + " calendar (a table whose rows are a date or weekday, and free or work), or less"
                + " the holidays in a list; negative where the second is the earlier one.",
            "两个日期之间（含两端）的工作日数：周一至周五，或按日历表（每行为日期或星期几，以及 free/休 或" + " work/班），或减去列表中的节假日；第二个更早则为负数。")
        .param("from", Kind.DATE_OR_DATETIME)
        .param("to", Kind.DATE_OR_DATETIME)
        .optional("calendar", Kind.ANY)
        .returns(ValueType.INTEGER)
        .example("WORKDAYS(\"2024-07-01\", \"2024-07-07\")", "5")
        .example("WORKDAYS(\"2024-07-06\", \"2024-07-07\")", "0")
        .example("WORKDAYS(\"2024-07-05\", \"2024-07-01\")", "-5")
        .example("WORKDAYS(\"2024-10-01\", \"2024-10-07\", [\"2024-10-01\"])", "4")
        .example("WORKDAYS(\"2026-02-14\", \"2026-02-24\", \"plant\")", "2")
        .aliases("networkdays", "business days", "working days", "工作日")
        .body(WorkdayFunctions::workdays);
  }

  private static Num workdays(Arguments a) {
    LocalDate from = Temporals.dateOf(a.temporal(0));
    LocalDate to = Temporals.dateOf(a.temporal(1));
    PlantCalendar calendar = calendar(a);
    return Num.of(from.isAfter(to) ? -calendar.workdays(to, from) : calendar.workdays(from, to));
  }

  private static FunctionDef workdayAdd() {
    return define(
            "WORKDAY_ADD",
            Group.DATE,
            "The working day so many working days after a date, or before it where the number is"
                + " negative; 0 gives the date itself. Working days are those of WORKDAYS.",
            "若干个工作日之后的那个工作日，负数则为之前；0 为该日本身。工作日的定义同 WORKDAYS。")
        .param("value", Kind.DATE_OR_DATETIME)
        .param("days", Kind.INTEGER)
        .optional("calendar", Kind.ANY)
        .typing(AddingFunctions::sameKind)
        .example("WORKDAY_ADD(\"2024-07-05\", 1)", "\"2024-07-08\"")
        .example("WORKDAY_ADD(\"2026-02-13\", 1, \"plant\")", "\"2026-02-14\"")
        .example("WORKDAY_ADD(\"2026-02-14\", 1, \"plant\")", "\"2026-02-24\"")
        .example("WORKDAY_ADD(\"2024-07-08\", -1)", "\"2024-07-05\"")
        .example("WORKDAY_ADD(\"2024-09-30\", 1, [\"2024-10-01\"])", "\"2024-10-02\"")
        .example("WORKDAY_ADD(\"2024-07-05\", 1, \"no such calendar\")", "error")
        .aliases("workday", "add business days", "factory calendar", "lead time", "工厂日历", "交期")
        .body(
            a -> {
              Temporal value = a.temporal(0);
              LocalDate date = Temporals.dateOf(value);
              int days = a.integer(1);
              PlantCalendar calendar = calendar(a);
              LocalDate end = Temporals.within(() -> calendar.add(date, days));
              return AddingFunctions.onCalendar(
                  value, ChronoUnit.DAYS.between(date, end), ChronoUnit.DAYS);
            });
  }

  /** The calendar of the third argument: a table's name, or holidays. */
  private static PlantCalendar calendar(Arguments a) {
    if (!a.has(2)) {
      return PlantCalendar.without(Set.of());
    }
    if (a.value(2) instanceof String name && IsoDates.date(name) == null) {
      LookupTable table = Tables.named(a, 2);
      return PlantCalendar.of(table);
    }
    return PlantCalendar.without(dates(a.list(2)));
  }

  private static Set<LocalDate> dates(List<Object> list) {
    Set<LocalDate> dates = new HashSet<>();
    for (Object item : list) {
      if (Values.isValue(item)) {
        dates.add(IsoDates.of(item));
      }
    }
    return dates;
  }
}
