package fieldloom.function.date;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Formatters of java.time patterns, kept: making one costs more than using it. Thread-safe. */
public final class DatePatterns {
  private static final int KEPT = 500;
  private static final Map<Key, DateTimeFormatter> KNOWN = new ConcurrentHashMap<>();
  private static final Map<String, Optional<PlainPattern>> PLAIN = new ConcurrentHashMap<>();

  private DatePatterns() {}

  private record Key(String pattern, Locale locale) {}

  /**
   * The formatter of a pattern. It reads month names in any case and refuses dates that do not
   * exist.
   *
   * @throws ValueException where the pattern is none
   */
  public static DateTimeFormatter of(String pattern, Locale locale) {
    Key key = new Key(pattern, locale);
    DateTimeFormatter known = KNOWN.get(key);
    if (known == null) {
      known = make(pattern, locale);
      if (KNOWN.size() >= KEPT) {
        KNOWN.clear();
      }
      KNOWN.put(key, known);
    }
    return known;
  }

  private static DateTimeFormatter make(String pattern, Locale locale) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(withProlepticYear(pattern))
          .toFormatter(locale)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new ValueException(
          "bad-pattern", "“%s” is no date pattern: %s.".formatted(pattern, e.getMessage()));
    }
  }

  /** Strictly resolved, a year of era (y) needs an era (G): without one it means the year (u). */
  private static String withProlepticYear(String pattern) {
    StringBuilder out = new StringBuilder(pattern.length());
    boolean quoted = false;
    boolean era = false;
    for (char c : pattern.toCharArray()) {
      quoted ^= c == '\'';
      era |= c == 'G' && !quoted;
      out.append(c == 'y' && !quoted ? 'u' : c);
    }
    return era ? pattern : out.toString();
  }

  /**
   * The locale of a language tag.
   *
   * @throws ValueException where it is none
   */
  public static Locale locale(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
    } catch (IllformedLocaleException e) {
      throw new ValueException("bad-argument", "“" + tag + "” is no locale such as en or zh-CN.");
    }
  }

  /**
   * A value by a pattern, in its own zone; a date is written with a pattern of hours as the start
   * of its day.
   *
   * @throws ValueException where the value lacks what the pattern asks for
   */
  public static String written(Temporal value, String pattern, Locale locale, ZoneId zone) {
    Optional<PlainPattern> plain = PLAIN.get(pattern);
    if (plain == null) {
      // A pattern that is none is refused here.
      of(pattern, locale);
      plain = Optional.ofNullable(PlainPattern.of(pattern));
      if (PLAIN.size() >= KEPT) {
        PLAIN.clear();
      }
      PLAIN.put(pattern, plain);
    }
    String simply = plain.isPresent() ? plain.get().written(value) : null;
    return simply == null ? formatted(value, pattern, locale, zone) : simply;
  }

  private static String formatted(Temporal value, String pattern, Locale locale, ZoneId zone) {
    DateTimeFormatter formatter = of(pattern, locale);
    try {
      return formatter.format(value);
    } catch (DateTimeException e) {
      if (value instanceof LocalDate date) {
        return formatter.format(date.atStartOfDay(zone));
      }
      throw new ValueException(
          "bad-pattern",
          "A %s cannot be written as “%s”: %s."
              .formatted(Values.kind(value), pattern, e.getMessage()));
    }
  }

  /** What is wrong with a pattern that stands in a formula; null where nothing is. */
  public static @Nullable String problem(String pattern) {
    try {
      of(pattern, Locale.ENGLISH);
      return null;
    } catch (ValueException e) {
      return e.getMessage();
    }
  }
}
