package fieldloom.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates of one record, which follow each other as what they stand for does. */
final class Times {
  /** Texts in which dates and moments are written, the usual ones first. */
  private static final List<DateTimeFormatter> FORMS =
      forms(
          "uuuu-MM-dd HH:mm:ss",
          "uuuu-MM-dd",
          "uuuu-MM-dd'T'HH:mm:ss",
          "uuuuMMdd",
          "uuuuMMddHHmmss",
          "uuuu/MM/dd",
          "uuuu/MM/dd HH:mm:ss",
          "uuuu-MM-dd HH:mm",
          "dd.MM.uuuu",
          "uuuu-MM",
          "uuuuMM",
          "HH:mm:ss",
          "HH:mm",
          "uuuu");

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  /** Words of what comes first to what comes last; what none of them is in comes with the first. */
  private static final List<Pattern> COURSE =
      List.of(
          words("produce|made|birth|生产|出生"),
          words("start|begin|from|valid from|effective|开始|开工|生效"),
          words("approve|check|release|submit|批准|审核|发布|提交"),
          words("ship|sent|send|dispatch|发货|发送"),
          words("deliver|arriv|receiv|require|交货|到货|收货|需求"),
          words("invoice|change|modif|update|开票|修改|更新"),
          words("due|pay|到期|付款|结算"),
          words("end|finish|close|to|until|expir|结束|完工|关闭|失效|截止"));

  private final SampleKind kind;
  private final LocalDateTime base;
  private final Random random;

  Times(Random random, SampleKind kind) {
    this.random = random;
    this.kind = kind;
    this.base =
        LocalDate.of(2026, 1, 5)
            .plusDays(random.nextInt(300))
            .atTime(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60));
  }

  private static Pattern words(String words) {
    return Pattern.compile("(^| )(" + words + ")", Pattern.CASE_INSENSITIVE);
  }

  /** The moment of a field, in the record's own zone. */
  LocalDateTime moment(String words) {
    return switch (kind) {
      case FIRST -> EARLIEST.atStartOfDay();
      case LAST -> LATEST.atTime(LocalTime.of(23, 59, 59));
      case TYPICAL, EMPTY, NULLS, LONGEST, MANY, SMALLEST, LARGEST, CHARACTERS ->
          base.plusDays(offset(words.toLowerCase(Locale.ROOT))).plusMinutes(random.nextInt(30));
    };
  }

  private static long offset(String words) {
    for (int i = COURSE.size() - 1; i >= 0; i--) {
      if (COURSE.get(i).matcher(words).find()) {
        return i == 0 ? -30 : i * 4L - 3;
      }
    }
    return 0;
  }

  /** The ways in which a moment is written as text. */
  static List<String> texts(LocalDateTime moment) {
    return FORMS.stream().map(form -> form.format(moment)).toList();
  }

  private static List<DateTimeFormatter> forms(String... patterns) {
    return Stream.of(patterns)
        .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
        .toList();
  }
}
