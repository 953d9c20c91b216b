package fieldloom.engine.internal;

import fieldloom.function.Arguments;
import fieldloom.function.CallContext;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.model.FieldType;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call of a library function. */
final class CallArguments implements Arguments {
  private final CallExpr call;
  private final Frame frame;
  private final @Nullable Object @Nullable [] values;
  private final Object @Nullable [] divisions;

  /**
   * @param values the evaluated arguments; null where each is evaluated when asked for
   */
  CallArguments(CallExpr call, Frame frame, @Nullable Object @Nullable [] values) {
    this(call, frame, values, null);
  }

  /**
   * @param divisions numerator and denominator, or the list of an average and null, at twice the
   *     number of their argument; null where they are evaluated when asked for
   */
  CallArguments(
      CallExpr call,
      Frame frame,
      @Nullable Object @Nullable [] values,
      Object @Nullable [] divisions) {
    this.call = call;
    this.frame = frame;
    this.values = values;
    this.divisions = divisions;
  }

  @Override
  public int size() {
    return call.args.length;
  }

  @Override
  public Object value(int i) {
    Object known = values == null ? null : values[i];
    return known != null ? known : call.args[i].eval(frame);
  }

  @Override
  public Arguments with(int i, Object value) {
    @Nullable Object[] known =
        values == null ? new Object[size()] : Arrays.copyOf(values, values.length);
    known[i] = value;
    return new CallArguments(call, frame, known, divisions);
  }

  @Override
  public String text(int i) {
    return Coercion.text(value(i));
  }

  @Override
  public Num number(int i) {
    return Coercion.number(value(i));
  }

  @Override
  public int integer(int i) {
    return Coercion.integer(value(i));
  }

  @Override
  public boolean bool(int i) {
    return Coercion.bool(value(i));
  }

  @Override
  public LocalDate date(int i) {
    return (LocalDate)
        Coercion.temporal(value(i), FieldType.DATE, null, frame.zone(), frame.locale());
  }

  @Override
  public LocalTime time(int i) {
    return (LocalTime)
        Coercion.temporal(value(i), FieldType.TIME, null, frame.zone(), frame.locale());
  }

  @Override
  public Temporal temporal(int i) {
    Object value = value(i);
    if (value instanceof LocalDate || value instanceof LocalTime) {
      return (Temporal) value;
    }
    FieldType type = FieldType.DATETIME;
    if (value instanceof String s) {
      boolean time = s.length() > 2 && s.charAt(2) == ':';
      type = time ? FieldType.TIME : s.length() == 10 ? FieldType.DATE : FieldType.DATETIME;
    }
    return Coercion.temporal(value, type, null, frame.zone(), frame.locale());
  }

  @Override
  public List<Object> list(int i) {
    Object value = value(i);
    if (value instanceof List<?> list) {
      return Collections.unmodifiableList(list);
    }
    return Operators.unknown(value) ? List.of() : List.of(value);
  }

  @Override
  public Lambda lambda(int i) {
    return ((LambdaExpr) call.args[i]).in(frame);
  }

  @Override
  public boolean isDivision(int i) {
    return call.divisions[i] != null;
  }

  @Override
  public Num divided(int i, int scale) {
    Division division = call.divisions[i];
    if (division == null) {
      throw new IllegalStateException("argument " + i + " is no division");
    }
    BigDecimal[] parts =
        divisions == null
            ? division.parts(frame)
            : division.of(divisions[2 * i], divisions[2 * i + 1]);
    return Numbers.checked(divide(parts[0], parts[1], scale));
  }

  private static BigDecimal divide(BigDecimal a, BigDecimal b, int scale) {
    if (b.signum() == 0) {
      throw new ValueException("division-by-zero", "Division by zero.");
    }
    return a.divide(b, scale, RoundingMode.HALF_UP);
  }

  @Override
  public CallContext context() {
    return frame;
  }
}
