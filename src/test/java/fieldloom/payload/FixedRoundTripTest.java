package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Lines that are written are read again as they were, whatever fits their fields. */
class FixedRoundTripTest {
  private static final String FIELDS =
      """
      {"name": "text", "at": 2, "length": 40},
      {"name": "code", "at": 42, "length": 16, "pad": "*", "align": "right"},
      {"name": "qty", "at": 60, "length": 12, "pad": "0", "align": "right", "type": "integer"},
      {"name": "price", "at": 72, "length": 14, "align": "right", "type": "decimal", "scale": 3},
      {"name": "rate", "at": 86, "length": 20, "type": "decimal"}
      """;

  private static final String ONE = "{%s\"records\": [{\"fields\": [" + FIELDS + "]}]}";

  private static final String GROUPS =
      "{%s\"header\": \"H\", \"records\": ["
          + "{\"name\": \"H\", \"type\": {\"at\": 1, \"text\": \"H\"}, \"fields\": ["
          + FIELDS
          + "]}, {\"name\": \"L\", \"type\": {\"at\": 1, \"text\": \"L\"}, \"fields\": ["
          + FIELDS
          + "]}]}";

  @Provide
  Arbitrary<Obj> lines() {
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("ab*0 -=华é\"").ofMinLength(1).ofMaxLength(9);
    Arbitrary<Object> text =
        Arbitraries.oneOf(texts, Arbitraries.of("😀𠮷", "华东二部"))
            .filter(one -> !one.endsWith(" "))
            .map(Object.class::cast)
            .injectNull(0.2);
    Arbitrary<Object> code =
        texts
            .filter(one -> one.length() < 8 && !one.startsWith("*"))
            .map(Object.class::cast)
            .injectNull(0.2);
    Arbitrary<Object> qty =
        Arbitraries.longs().between(-99_999_999_999L, 99_999_999_999L).map(Num::of);
    Arbitrary<Object> price = decimals("1e9", 3).injectNull(0.2);
    Arbitrary<Object> rate = decimals("1e7", 9).injectNull(0.2);
    return Combinators.combine(text, code, qty, price, rate)
        .as(
            (a, b, c, d, e) -> {
              Obj line = new Obj();
              List<String> names = List.of("text", "code", "qty", "price", "rate");
              Object[] values = {a, b, c, d, e};
              for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                  line.put(names.get(i), values[i]);
                }
              }
              return line;
            });
  }

  private static Arbitrary<Object> decimals(String limit, int scale) {
    BigDecimal most = new BigDecimal(limit);
    return Arbitraries.bigDecimals().between(most.negate(), most).ofScale(scale).map(Num::of);
  }

  @Provide
  Arbitrary<String> options() {
    return Arbitraries.of(
        "",
        "\"lineEnd\": \"\\r\\n\",",
        "\"encoding\": \"GB18030\", \"unit\": \"byte\",",
        "\"encoding\": \"UTF-16\", \"lineEnd\": \"\\r\",",
        "\"unit\": \"byte\",");
  }

  @Property(tries = 200)
  void lines(@ForAll("lines") Obj a, @ForAll("lines") Obj b, @ForAll("options") String options)
      throws IOException {
    isReadAgain(ONE.formatted(options), List.of(a, b));
  }

  @Property(tries = 200)
  void headersWithTheirLines(@ForAll("groups") List<Obj> groups, @ForAll("options") String options)
      throws IOException {
    isReadAgain(GROUPS.formatted(options), groups);
  }

  @Provide
  Arbitrary<List<Obj>> groups() {
    return Combinators.combine(lines(), lines().list().ofMaxSize(3))
        .as(
            (header, owned) -> {
              Obj group = new Obj().put("H", header);
              return owned.isEmpty() ? group : group.put("L", new ArrayList<Object>(owned));
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static void isReadAgain(String options, List<Obj> records) throws IOException {
    PayloadSpec spec = spec("fixed", options);
    Payloads.Result result = read(spec, write(spec, records, false));

    assertThat(result.bad()).isEmpty();
    assertThat(result.values()).isEqualTo(records);
  }
}
