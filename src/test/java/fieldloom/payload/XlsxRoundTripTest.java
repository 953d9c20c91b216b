package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sheets that are written are read again as they were. */
class XlsxRoundTripTest {
  private static final SchemaNode PARTS =
      SchemaNode.builder("parts", FieldType.OBJECT)
          .children(List.of(node("x", FieldType.STRING), node(" y  z", FieldType.DECIMAL)))
          .build();

  private static final SchemaTree SCHEMA =
      new SchemaTree(
          null,
          SchemaNode.builder("row", FieldType.OBJECT)
              .children(
                  List.of(
                      node("text", FieldType.STRING),
                      node("数量", FieldType.DECIMAL),
                      node("day", FieldType.DATE),
                      node("moment", FieldType.DATETIME),
                      node("ok", FieldType.BOOLEAN),
                      PARTS))
              .build());

  private static SchemaNode node(String name, FieldType type) {
    return SchemaNode.builder(name, type).title("标题 " + name).build();
  }

  @Provide
  Arbitrary<Obj> records() {
    Arbitrary<Object> days =
        Arbitraries.longs()
            .between(-25_508, 2_932_896)
            .map(day -> LocalDate.ofEpochDay(day).toString());
    Arbitrary<Object> moments =
        Combinators.combine(
                Arbitraries.longs().between(-25_508, 2_932_896),
                Arbitraries.longs().between(0, 86_399_999))
            .as((day, millis) -> moment(day, millis));
    return Combinators.combine(
            texts().injectNull(0.2),
            numbers().injectNull(0.2),
            days.injectNull(0.2),
            moments.injectNull(0.2),
            Arbitraries.of(true, false).injectNull(0.2),
            texts().injectNull(0.5),
            numbers().injectNull(0.5))
        .as(
            (text, number, day, moment, ok, x, y) -> {
              Obj parts = put(put(new Obj(), "x", x), " y  z", y);
              Obj record = put(put(new Obj(), "text", text), "数量", number);
              put(put(put(record, "day", day), "moment", moment), "ok", ok);
              return parts.isEmpty() ? record : record.put("parts", parts);
            })
        .filter(record -> !record.isEmpty());
  }

  private static Object moment(long day, long millis) {
    LocalDateTime time = LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(millis * 1_000_000);
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  private static Obj put(Obj object, String name, Object value) {
    return value == null ? object : object.put(name, value);
  }

  private static Arbitrary<Object> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(9),
            Arbitraries.strings()
                .withChars("=+-@ \t\r\n_x0041A华é&<>\"'\u0000\ud83d\ude00\ufffe")
                .ofMaxLength(12),
            Arbitraries.of("", "😀𠮷", "_x000D_", "long ".repeat(6_000)))
        .map(Object.class::cast);
  }

  private static Arbitrary<Object> numbers() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e9"), new BigDecimal("1e9"))
                .ofScale(5),
            Arbitraries.longs()
                .between(-999_999_999_999_999L, 999_999_999_999_999L)
                .map(BigDecimal::valueOf))
        .map(Num::of);
  }

  @Property(tries = 300)
  void sheets(@ForAll("records") Obj a, @ForAll("records") Obj b, @ForAll("options") String options)
      throws IOException {
    PayloadSpec spec = spec("xlsx", options, SCHEMA);
    Payloads.Result result = read(spec, write(spec, List.of(a, b), false));

    assertThat(result.bad()).isEmpty();
    assertThat(result.values()).isEqualTo(List.of(a, b));
  }

  @Provide
  Arbitrary<String> options() {
    return Arbitraries.of(
        "{}", "{\"titles\":true}", "{\"sheet\":\"订单\",\"headerRow\":2,\"firstRow\":5}");
  }
}
