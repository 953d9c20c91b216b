package fieldloom.function.logic;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Locale;

/** TRY: a value as one of a type, where that can be. */
final class TryFunction {
  private TryFunction() {}

  static FunctionDef declared() {
    return define(
            "TRY",
            Group.LOGIC,
            "The value as text, number, integer, boolean, date, time or datetime; another where it"
                + " cannot be that or computing it fails.",
            "把值作为 text、number、integer、boolean、date、time 或 datetime；无法转换或计算出错时用另一个值代替。")
        .param("value", Kind.ANY)
        .param("type", Kind.TEXT)
        .param("fallback", Kind.ANY)
        .lazy()
        .example("TRY(\"12\", \"number\", 0)", "12")
        .example("TRY(\"12 kg\", \"number\", 0)", "0")
        .example("TRY(\"2024-02-30\", \"date\", NULL)", "null")
        .example("TRY(1 / 0, \"number\", -1)", "-1")
        .example("TRY(NULL, \"number\", 0)", "null")
        .example("TRY(1, \"colour\", 0)", "error")
        .aliases("try_cast", "try_convert", "safe cast", "tryparse")
        .body(TryFunction::tried);
  }

  private static Object tried(Arguments a) {
    Type type = type(a.text(1));
    Object value;
    try {
      value = a.value(0);
    } catch (ValueException e) {
      return a.value(2);
    }
    if (!Values.isValue(value)) {
      // What is absent or null has no type to fail at, and stays what it is.
      return value;
    }
    try {
      return read(a.with(0, value), type);
    } catch (ValueException e) {
      return a.value(2);
    }
  }

  private static Object read(Arguments a, Type type) {
    return switch (type) {
      case TEXT -> a.text(0);
      case NUMBER -> a.number(0);
      case INTEGER -> integer(a.number(0));
      case BOOLEAN -> a.bool(0);
      case DATE -> a.date(0);
      case TIME -> a.time(0);
      case DATETIME -> datetime(a.temporal(0));
    };
  }

  private static Num integer(Num value) {
    if (!value.isWhole()) {
      throw new ValueException("would-lose", value + " is not a whole number.");
    }
    return Numbers.round(value, 0);
  }

  private static Temporal datetime(Temporal value) {
    if (value instanceof LocalDate || value instanceof LocalTime) {
      throw new ValueException("not-a-datetime", Values.shown(value) + " is no datetime.");
    }
    return value;
  }

  private enum Type {
    TEXT,
    NUMBER,
    INTEGER,
    BOOLEAN,
    DATE,
    TIME,
    DATETIME
  }

  private static Type type(String name) {
    for (Type type : Type.values()) {
      if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
        return type;
      }
    }
    throw new ValueException(
        "bad-argument",
        Values.shown(name)
            + " is no type: write text, number, integer, boolean, date, time or datetime.");
  }
}
