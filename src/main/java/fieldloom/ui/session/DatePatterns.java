package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Rule;
import fieldloom.model.value.Obj;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out in which pattern the dates and times of a sample are written. */
final class DatePatterns {
  private static final int MOST_VALUES = 1_000;
  private static final List<String> DATES =
      List.of(
          "yyyy-MM-dd",
          "yyyyMMdd",
          "yyyy/MM/dd",
          "yyyy/M/d",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "dd-MM-yyyy",
          "yyyy年M月d日",
          "yyMMdd");
  private static final List<String> TIMES = List.of("HH:mm:ss", "HH:mm", "HHmmss", "HHmm");

  private DatePatterns() {}

  /**
   * The patterns that read all values which a plain link passes on, at most two; none where there
   * are no values, or the rule is no plain link.
   *
   * @param function that reads them: {@code PARSEDATE}, {@code PARSETIME}, {@code PARSEDATETIME}
   */
  static List<String> of(String function, FixContext context, Rule rule, String text) {
    RuleView view = context.index().view(rule);
    if (view == null || view.sources().isEmpty() || !FormulaText.of(text).isPlainPath()) {
      return List.of();
    }
    return of(function, context, view.sources().getFirst());
  }

  /**
   * The patterns that read all values of a source field, at most two; none where there are no
   * values.
   */
  static List<String> of(String function, FixContext context, FieldRef field) {
    Sample sample = context.sample();
    List<String> values = sample == null ? List.of() : values(sample, context, field);
    return values.isEmpty()
        ? List.of()
        : patterns(function).stream()
            .filter(p -> values.stream().allMatch(v -> reads(function, p, v)))
            .limit(2)
            .toList();
  }

  private static List<String> patterns(String function) {
    return switch (function) {
      case "PARSEDATE" -> DATES;
      case "PARSETIME" -> TIMES;
      default -> {
        List<String> both = new ArrayList<>();
        for (String date : DATES) {
          TIMES.forEach(time -> both.add(date + " " + time));
          TIMES.forEach(time -> both.add(date + "'T'" + time));
        }
        both.add("yyyyMMddHHmmss");
        yield both;
      }
    };
  }

  private static boolean reads(String function, String pattern, String value) {
    TemporalQuery<?> query =
        switch (function) {
          case "PARSEDATE" -> LocalDate::from;
          case "PARSETIME" -> LocalTime::from;
          default -> LocalDateTime::from;
        };
    try {
      // Strictly: 20211417 is no date.
      DateTimeFormatter.ofPattern(pattern.replace("yy", "uu"), Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .parse(value, query);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static List<String> values(Sample sample, FixContext context, FieldRef field) {
    List<String> found = new ArrayList<>();
    for (Document source : context.mapping().sources()) {
      if (source.name().equals(field.document())) {
        for (Object record : sample.of(source.name())) {
          collect(record, field, 0, found);
        }
      }
    }
    return found;
  }

  private static void collect(Object value, FieldRef field, int depth, List<String> found) {
    if (found.size() >= MOST_VALUES) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, field, depth, found));
    } else if (depth == field.path().size()) {
      String text = Values.show(value);
      if (!text.isBlank()) {
        found.add(text);
      }
    } else if (value instanceof Obj object) {
      collect(object.get(field.path().steps().get(depth).name()), field, depth + 1, found);
    }
  }
}
