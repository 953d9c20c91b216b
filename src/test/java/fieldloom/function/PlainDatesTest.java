package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.date.DatePatterns;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Dates that are read and written without a formatter are those that a formatter gives. */
class PlainDatesTest {

  @Property
  void a_date_is_read_exactly_where_a_strict_formatter_reads_it(
      @ForAll @IntRange(max = 9_999) int year,
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 33) int day) {
    String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    assertThat(IsoDates.date(text)).isEqualTo(strict(text));
  }

  @Property
  void a_moment_is_read_as_java_time_reads_it(@ForAll("moments") OffsetDateTime moment) {
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    OffsetDateTime read = IsoDates.moment(text);
    int offset = moment.getOffset().getTotalSeconds();
    if (offset % 60 == 0 && Math.abs(offset) < 18 * 3600) {
      assertThat(read).isEqualTo(moment);
    } else {
      assertThat(read).isNull();
    }
  }

  @Property
  void a_damaged_moment_is_read_only_where_java_time_reads_it_so(
      @ForAll("moments") OffsetDateTime moment,
      @ForAll @IntRange(max = 40) int where,
      @ForAll("damages") char damage) {
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    int at = where % text.length();
    String damaged = text.substring(0, at) + damage + text.substring(at + 1);
    OffsetDateTime read = IsoDates.moment(damaged);
    if (read != null) {
      assertThat(read).isEqualTo(OffsetDateTime.parse(damaged));
    }
  }

  @Property
  void a_plain_pattern_writes_what_a_formatter_writes(
      @ForAll("moments") OffsetDateTime moment, @ForAll("patterns") String pattern) {
    String wanted =
        DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH).format(moment);
    assertThat(DatePatterns.written(moment, pattern, Locale.ENGLISH, ZoneId.of("UTC")))
        .isEqualTo(wanted);
  }

  private static @Nullable LocalDate strict(String text) {
    try {
      return LocalDate.parse(
          text, DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT));
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Provide
  Arbitrary<Character> damages() {
    return Arbitraries.of('0', '9', '-', ':', 'T', 'Z', '.', '+', ' ', 't', '٣');
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "yyyy-MM-dd",
        "yyyy/MM/dd",
        "yyyyMMddHHmmss",
        "dd.MM.yyyy HH:mm",
        "yyyy年MM月dd日",
        "HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm",
        "d.M.yy",
        "uuuu-MM-dd HH:mm:ss");
  }

  @Provide
  Arbitrary<OffsetDateTime> moments() {
    Arbitrary<Integer> offsets =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-18, 18).map(h -> h * 3600),
            Arbitraries.integers().between(-64_800, 64_800));
    return Combinators.combine(
            Arbitraries.longs().between(-62_000_000_000L, 253_000_000_000L),
            Arbitraries.of(0, 1, 500_000_000, 123_456_789),
            offsets)
        .as(
            (second, nano, offset) ->
                java.time.Instant.ofEpochSecond(second, nano)
                    .atOffset(ZoneOffset.ofTotalSeconds(offset)));
  }
}
