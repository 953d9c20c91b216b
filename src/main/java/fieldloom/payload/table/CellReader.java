package fieldloom.payload.table;

import fieldloom.database.ColumnType;
import fieldloom.database.DatabaseKind;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.text.IsoText;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of columns as a JSON file would have them: numbers exact, dates and times as ISO
 * text, bytes as Base64.
 */
final class CellReader {
  /** What the driver of PostgreSQL makes of {@code infinity} and {@code 24:00}. */
  private static final Set<Temporal> ENDLESS =
      Set.of(
          LocalDate.MAX,
          LocalDate.MIN,
          LocalTime.MAX,
          LocalDateTime.MAX,
          LocalDateTime.MIN,
          OffsetDateTime.MAX,
          OffsetDateTime.MIN);

  private final DatabaseKind kind;

  CellReader(DatabaseKind kind) {
    this.kind = kind;
  }

  /**
   * The value of a column in the current row.
   *
   * @throws UnfitException where it is none that a record can hold
   */
  Object read(ResultSet row, int at, ColumnType type) throws SQLException, UnfitException {
    Object value =
        switch (type.storage()) {
          case WHOLE, EXACT -> number(row, at);
          case SINGLE -> single(row, at);
          case DOUBLE -> fraction(row, at);
          case BOOLEAN -> truth(row, at);
          case TEXT, UUID, OTHER -> row.getString(at);
          case PADDED -> trimmed(row.getString(at));
          case DATE, TIME, ZONED_TIME, DATETIME, ZONED_DATETIME, MOMENT -> time(row, at, type);
          case BYTES -> bytes(row.getBytes(at));
          case JSON -> json(row.getString(at));
          case ARRAY -> array(row, at, type);
        };
    return value == null ? Null.NULL : value;
  }

  private static @Nullable Num number(ResultSet row, int at) throws SQLException, UnfitException {
    try {
      BigDecimal value = row.getBigDecimal(at);
      return value == null ? null : Num.of(value);
    } catch (SQLException e) {
      throw noNumber(row.getString(at), e);
    }
  }

  /** PostgreSQL keeps NaN and infinities in its decimal columns too. */
  private static UnfitException noNumber(@Nullable String text, SQLException e)
      throws SQLException {
    if (text == null || !text.matches("-?(NaN|Infinity)")) {
      throw e;
    }
    return new UnfitException("holds " + text + ", which is no number; correct it there");
  }

  private static @Nullable Boolean truth(ResultSet row, int at) throws SQLException {
    boolean value = row.getBoolean(at);
    return row.wasNull() ? null : Boolean.valueOf(value);
  }

  private static @Nullable Num single(ResultSet row, int at) throws SQLException, UnfitException {
    float value = row.getFloat(at);
    return row.wasNull() ? null : shortest(Float.toString(value));
  }

  private static @Nullable Num fraction(ResultSet row, int at) throws SQLException, UnfitException {
    double value = row.getDouble(at);
    return row.wasNull() ? null : shortest(Double.toString(value));
  }

  /** The shortest decimal number that stands for a binary one, and no digits that mean nothing. */
  private static Num shortest(String text) throws UnfitException {
    if (text.endsWith("N") || text.endsWith("y")) {
      throw new UnfitException("holds " + text + ", which is no number; correct it there");
    }
    BigDecimal value = new BigDecimal(text);
    return Num.of(value.signum() == 0 ? BigDecimal.ZERO : plain(value.stripTrailingZeros()));
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** The blanks that fill the column are no part of the value. */
  private static @Nullable String trimmed(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private @Nullable String time(ResultSet row, int at, ColumnType type)
      throws SQLException, UnfitException {
    Temporal value;
    if (kind == DatabaseKind.MARIADB) {
      value = written(row.getString(at), type);
    } else {
      value = row.getObject(at, javaType(type));
    }
    if (kind == DatabaseKind.POSTGRESQL && value != null && ENDLESS.contains(value)) {
      throw unknown(String.valueOf(row.getString(at)));
    }
    return value == null ? null : IsoText.of(value);
  }

  private static Class<? extends Temporal> javaType(ColumnType type) {
    return switch (type.storage()) {
      case DATE -> LocalDate.class;
      case TIME -> LocalTime.class;
      case ZONED_TIME -> OffsetTime.class;
      case DATETIME, MOMENT -> LocalDateTime.class;
      case ZONED_DATETIME -> OffsetDateTime.class;
      case WHOLE, EXACT, SINGLE, DOUBLE, BOOLEAN, TEXT, PADDED, UUID, OTHER, BYTES, JSON, ARRAY ->
          throw new IllegalStateException("no time: " + type);
    };
  }

  /** MariaDB keeps days that there are not, and times of more than a day. */
  private static @Nullable Temporal written(@Nullable String text, ColumnType type)
      throws UnfitException {
    if (text == null) {
      return null;
    }
    try {
      String iso = text.strip().replace(' ', 'T');
      return switch (type.storage()) {
        case DATE -> LocalDate.parse(iso);
        case TIME -> LocalTime.parse(iso);
        case MOMENT -> LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
        default -> LocalDateTime.parse(iso);
      };
    } catch (DateTimeException e) {
      throw unknown(text);
    }
  }

  private static UnfitException unknown(String text) {
    return new UnfitException(
        "holds " + text + ", which is no date or time of the calendar; correct it there");
  }

  private static @Nullable String bytes(byte @Nullable [] bytes) {
    return bytes == null ? null : new Binary(bytes).base64();
  }

  private static @Nullable Object json(@Nullable String text) throws UnfitException {
    try {
      return text == null ? null : JsonValues.parse(text);
    } catch (FormatException e) {
      throw new UnfitException("holds a text that is no JSON; correct it there");
    }
  }

  private @Nullable Object array(ResultSet row, int at, ColumnType type)
      throws SQLException, UnfitException {
    Array array = row.getArray(at);
    ColumnType item = type.item();
    if (array == null || item == null) {
      return null;
    }
    List<Object> items = new ArrayList<>();
    try (ResultSet values = array.getResultSet()) {
      while (values.next()) {
        items.add(read(values, 2, item));
      }
    }
    array.free();
    return items;
  }
}
