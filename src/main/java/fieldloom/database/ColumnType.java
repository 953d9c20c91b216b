package fieldloom.database;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column.
 *
 * @param name as the database calls it
 * @param maxLength longest text or binary value in characters or bytes; null where there is no
 *     limit
 * @param digits most digits of a number, those after the point included; null where there is no
 *     limit
 * @param scale digits after the point of a number, or of the seconds of a time; null where the type
 *     sets none
 * @param minimum smallest number
 * @param maximum largest number
 * @param values the values of an enumerated type; empty for others
 * @param item type of an array's items; null for other types
 */
public record ColumnType(
    String name,
    Storage storage,
    @Nullable Integer maxLength,
    @Nullable Integer digits,
    @Nullable Integer scale,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    List<String> values,
    @Nullable ColumnType item) {

  public ColumnType {
    values = List.copyOf(values);
  }

  /** A type without limits. */
  public static ColumnType of(String name, Storage storage) {
    return new ColumnType(name, storage, null, null, null, null, null, List.of(), null);
  }

  static ColumnType text(String name, Storage storage, @Nullable Integer maxLength) {
    return new ColumnType(name, storage, maxLength, null, null, null, null, List.of(), null);
  }

  /** A date or time; {@code fraction} is the number of digits of its seconds' fraction. */
  static ColumnType time(String name, Storage storage, @Nullable Integer fraction) {
    return new ColumnType(name, storage, null, null, fraction, null, null, List.of(), null);
  }

  static ColumnType number(
      String name, Storage storage, @Nullable Integer digits, @Nullable Integer scale) {
    return new ColumnType(name, storage, null, digits, scale, null, null, List.of(), null);
  }

  static ColumnType range(String name, BigDecimal minimum, BigDecimal maximum) {
    return new ColumnType(name, Storage.WHOLE, null, null, 0, minimum, maximum, List.of(), null);
  }

  /** An array of items. */
  public static ColumnType array(String name, ColumnType item) {
    return new ColumnType(name, Storage.ARRAY, null, null, null, null, null, List.of(), item);
  }

  /** The same type for one of these values only. */
  public ColumnType withValues(List<String> all) {
    return new ColumnType(name, storage, maxLength, digits, scale, minimum, maximum, all, item);
  }
}
