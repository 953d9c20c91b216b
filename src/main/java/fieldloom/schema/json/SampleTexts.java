package fieldloom.schema.json;

import fieldloom.model.FieldType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells dates and times in samples from other texts: ISO 8601 in full, and days that exist. */
public final class SampleTexts {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(Z|[+-]\\d{2}:\\d{2})?");

  private SampleTexts() {}

  /** The type of a text. */
  public static FieldType type(String text) {
    if (text.length() < 8 || text.length() > 35) {
      return FieldType.STRING;
    }
    int separator = text.indexOf('T');
    if (separator == 10) {
      boolean both = isDate(text.substring(0, 10)) && isTime(text.substring(11));
      return both ? FieldType.DATETIME : FieldType.STRING;
    }
    if (isDate(text)) {
      return FieldType.DATE;
    }
    return isTime(text) ? FieldType.TIME : FieldType.STRING;
  }

  private static boolean isDate(String text) {
    if (!DATE.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    try {
      LocalTime.parse(parts.group(1));
      if (parts.group(2) != null) {
        ZoneOffset.of(parts.group(2));
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
