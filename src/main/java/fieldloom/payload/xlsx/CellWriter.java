package fieldloom.payload.xlsx;

import fieldloom.model.FieldType;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.text.FormulaText;
import fieldloom.payload.text.IsoText;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Values as cells. */
final class CellWriter {
  private static final int EXACT_DIGITS = 15;
  private static final int EXACT_EXPONENT = 300;
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private CellWriter() {}

  /** Why no cell can hold a value: the end of a sentence about its field. */
  static final class Fault extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Appends a cell; nothing for what is nothing.
   *
   * @param place {@code C7}
   * @param type of the field; ANY where it is not known
   */
  static void append(StringBuilder out, String place, Object value, FieldType type) throws Fault {
    switch (value) {
      case Absent nothing -> {}
      case Null nothing -> {}
      case Boolean flag -> begin(out, place, "b", 0).append(flag ? "1" : "0").append("</v></c>");
      case Num number -> number(out, place, number);
      case String text -> {
        Temporal time = type.isTemporal() ? parsed(text, type) : null;
        if (time == null || !temporal(out, place, time)) {
          text(out, place, text);
        }
      }
      case Temporal time -> {
        if (!temporal(out, place, time)) {
          text(out, place, IsoText.of(time));
        }
      }
      case Binary bytes -> text(out, place, bytes.base64());
      default ->
          throw new IllegalStateException("no value of a cell: " + value.getClass().getName());
    }
  }

  private static StringBuilder begin(StringBuilder out, String place, String type, int style) {
    out.append("<c r=\"").append(place).append('"');
    if (style != 0) {
      out.append(" s=\"").append(style).append('"');
    }
    return (type.equals("n") ? out : out.append(" t=\"").append(type).append('"')).append("><v>");
  }

  /** Excel keeps 15 digits; a number of more is a text, so that none is lost. */
  private static void number(StringBuilder out, String place, Num number) throws Fault {
    BigDecimal value = number.value().stripTrailingZeros();
    boolean exact =
        value.precision() <= EXACT_DIGITS
            && Math.abs((long) value.precision() - value.scale()) <= EXACT_EXPONENT;
    if (exact || value.signum() == 0) {
      begin(out, place, "n", 0).append(number.text()).append("</v></c>");
    } else {
      text(out, place, number.text(), CellStyles.TEXT);
    }
  }

  private static void text(StringBuilder out, String place, String text) throws Fault {
    boolean formula = FormulaText.looksLikeFormula(text);
    text(out, place, text, formula ? CellStyles.QUOTED : CellStyles.GENERAL);
  }

  static void text(StringBuilder out, String place, String text, int style) throws Fault {
    if (text.length() > XlsxLimits.WRITTEN_CHARS) {
      throw new Fault(
          "holds a text of "
              + text.length()
              + " characters, and a cell of Excel holds at most 32,767");
    }
    out.append("<c r=\"").append(place).append('"');
    if (style != 0) {
      out.append(" s=\"").append(style).append('"');
    }
    out.append(" t=\"inlineStr\"><is><t");
    if (!text.equals(text.strip()) || text.indexOf('\n') >= 0) {
      out.append(" xml:space=\"preserve\"");
    }
    out.append('>');
    XText.append(out, text);
    out.append("</t></is></c>");
  }

  /** Reads what the engine writes for a date or time; null where a pattern made it another. */
  private static @Nullable Temporal parsed(String text, FieldType type) {
    try {
      TemporalAccessor read =
          switch (type) {
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            default ->
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from);
          };
      return (Temporal) read;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Appends a date or time as a number of days. Excel has no zones: it is the local time that the
   * value names.
   *
   * @return false where Excel cannot hold it exactly
   */
  private static boolean temporal(StringBuilder out, String place, Temporal value) {
    return switch (value) {
      case LocalDate date -> days(out, place, ExcelDays.days(date), CellStyles.DATE);
      case LocalTime time ->
          days(
              out,
              place,
              ExcelDays.part(time),
              isWhole(time) ? CellStyles.TIME : CellStyles.TIME_MILLIS);
      case LocalDateTime time ->
          days(
              out,
              place,
              ExcelDays.days(time),
              isWhole(time.toLocalTime()) ? CellStyles.DATETIME : CellStyles.DATETIME_MILLIS);
      case OffsetDateTime time -> temporal(out, place, time.toLocalDateTime());
      case ZonedDateTime time -> temporal(out, place, time.toLocalDateTime());
      case OffsetTime time -> temporal(out, place, time.toLocalTime());
      default -> false;
    };
  }

  private static boolean isWhole(LocalTime time) {
    return time.toNanoOfDay() % SECOND_NANOS < MILLI_NANOS;
  }

  private static boolean days(
      StringBuilder out, String place, @Nullable BigDecimal days, int style) {
    if (days == null) {
      return false;
    }
    begin(out, place, "n", style)
        .append(days.signum() == 0 ? "0" : days.stripTrailingZeros().toPlainString())
        .append("</v></c>");
    return true;
  }
}
