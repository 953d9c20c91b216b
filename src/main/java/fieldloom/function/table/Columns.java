package fieldloom.function.table;

import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.IsoDates;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Where the columns of a table are that has a fixed meaning: by their names where it has names for
 * them, else in the order that is written in the help.
 */
final class Columns {
  private final LookupTable table;
  private final List<String> names;
  private final boolean named;

  /**
   * @param names of the columns, in their order
   * @param needed how many of them, from the first, must have a name for names to count
   */
  Columns(LookupTable table, int needed, String... names) {
    this.table = table;
    this.names = List.of(names);
    this.named = this.names.stream().limit(needed).allMatch(name -> table.column(name) >= 0);
  }

  /** The cell of a row; absent where it has none, or an empty one. */
  Object cell(Object[] row, int column) {
    int at = named ? table.column(names.get(column)) : column;
    Object value = at >= 0 && at < row.length ? row[at] : Absent.ABSENT;
    return value instanceof String s && s.isBlank() || !Values.isValue(value)
        ? Absent.ABSENT
        : value;
  }

  boolean has(Object[] row, int column) {
    return cell(row, column) != Absent.ABSENT;
  }

  /** Whether there is nothing in a row. */
  boolean isEmpty(Object[] row) {
    for (Object value : row) {
      if (Values.isValue(value) && !(value instanceof String s && s.isBlank())) {
        return false;
      }
    }
    return true;
  }

  /** A cell as a name that is compared whatever its case. */
  String name(Object[] row, int number, int column) {
    if (!has(row, column)) {
      throw wrong(number, "has no " + names.get(column));
    }
    return key(Values.text(cell(row, column)));
  }

  static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** A cell as a number above 0. */
  BigDecimal factor(Object[] row, int number, int column) {
    try {
      Object value = cell(row, column);
      BigDecimal factor = Numbers.of(value instanceof String s ? s.strip() : value).value();
      if (factor.signum() > 0) {
        return factor;
      }
    } catch (ValueException e) {
      throw wrong(number, "has no number as its " + names.get(column));
    }
    throw wrong(number, "has a " + names.get(column) + " that is not above 0");
  }

  /** The day a row is valid from; the first of all days where it does not say. */
  LocalDate from(Object[] row, int number, int column) {
    Object value = cell(row, column);
    if (value == Absent.ABSENT) {
      return LocalDate.MIN;
    }
    try {
      return IsoDates.of(value instanceof String s ? s.strip() : value);
    } catch (ValueException e) {
      throw wrong(
          number, "has " + Values.shown(value) + " as its " + names.get(column) + ", no date");
    }
  }

  /** What is said of a row that cannot be read. */
  ValueException wrong(int number, String what) {
    return new ValueException(
        "bad-table",
        "Row %d of the table %s %s: write %s."
            .formatted(number, table.name(), what, String.join(", ", names)));
  }
}
