package fieldloom.function;

import fieldloom.model.value.Num;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.List;

/**
 * The arguments of one call, and what the run offers to functions. Getters coerce as a plain link
 * would, losing nothing, and fail with {@link ValueException} where that cannot be; an index is
 * from 0. In mode LAZY an argument is evaluated each time it is asked for.
 */
public interface Arguments {
  int size();

  /** Whether the caller gave that argument. */
  default boolean has(int i) {
    return i < size();
  }

  /** The argument as it is, absent and null included. */
  Object value(int i);

  /** The same arguments, one of them being a value that is known already. */
  Arguments with(int i, Object value);

  String text(int i);

  Num number(int i);

  /** A whole number within int. */
  int integer(int i);

  boolean bool(int i);

  LocalDate date(int i);

  LocalTime time(int i);

  /**
   * A {@link LocalDate}, {@link LocalTime}, {@link java.time.OffsetDateTime}, {@link
   * java.time.ZonedDateTime}; text in ISO form is read; a datetime without a zone is put into the
   * run's.
   */
  Temporal temporal(int i);

  /**
   * A list; items may be absent or null. Anything else is a list of one; absent and null: empty.
   */
  List<Object> list(int i);

  /** A function value. */
  Lambda lambda(int i);

  /**
   * Whether argument i, in the formula, is itself a division (or AVERAGE, DIVIDE): ROUND then asks
   * it for its own precision.
   */
  boolean isDivision(int i);

  /** The argument, a division, computed to that many digits after the point, rounded half up. */
  Num divided(int i, int scale);

  CallContext context();

  /** A function value such as {@code item -> item.qty > 0}. */
  interface Lambda {
    /**
     * Calls it.
     *
     * @param index position of the item from 1
     */
    Object call(Object item, long index);
  }
}
