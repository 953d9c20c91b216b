package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.EdiSchema;
import fieldloom.model.value.Obj;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.Payloads;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever a schema allows is read as it was written, and the library itself finds it right. */
class EdiRoundTripTest {
  private static final String ENVELOPE =
      "\"envelope\":{\"sender\":\"US\",\"receiver\":\"THEM\",\"version\":\"%s\",\"syntax\":\"%s\","
          + "\"created\":\"2026-11-30T08:15:00\"}}";

  @Property(tries = 150)
  void acknowledgementsOfX12(@ForAll long seed) throws Exception {
    holds(
        "EDISchema999.xml",
        "{\"standard\":\"x12\",\"message\":\"999\"," + ENVELOPE.formatted("005010X231", "UNOC:3"),
        "aB3 .,-/'+?é华",
        "UTF-8",
        seed);
  }

  @Property(tries = 150)
  void ordersOfEdifact(@ForAll long seed) throws Exception {
    holds(
        "orders-d96a.xml",
        "{\"message\":\"ORDERS\"," + ENVELOPE.formatted("D:96A:UN", "UNOC:3"),
        "aB3 .,-/'+:?*éÿ",
        "ISO-8859-1",
        seed);
  }

  @Property(tries = 60)
  void ordersWithOtherDelimitersAndADecimalComma(@ForAll long seed) throws Exception {
    holds(
        "orders-d96a.xml",
        "{\"message\":\"ORDERS\",\"lineEnd\":\"\\r\\n\",\"delimiters\":{\"element\":\"|\","
            + "\"component\":\";\",\"release\":\"\\\\\",\"segment\":\"!\",\"decimal\":\",\"},"
            + ENVELOPE.formatted("D:96A:UN", "UNOC:3"),
        "aB3 .,|;\\!'+:?*",
        "ISO-8859-1",
        seed);
  }

  /** The library itself cannot read characters beyond the first plane. */
  @Property(tries = 60)
  void ordersWithCharactersOfAllPlanes(@ForAll long seed) throws Exception {
    holds(
        "orders-d96a.xml",
        "{\"message\":\"ORDERS\"," + ENVELOPE.formatted("D:96A:UN", "UNOW:4"),
        "aB3'+:?*é华𠮷\uE000\uFFFD",
        null,
        seed);
  }

  private static void holds(
      String schema, String options, String letters, @Nullable String charset, long seed)
      throws Exception {
    PayloadSpec spec = EdiFiles.spec(schema, options);
    EdiSchema own = spec.schema().edi();
    assertThat(own).isNotNull();
    GeneratedMessages messages = new GeneratedMessages(new Random(seed), letters);
    EdiGrammar grammar = StaediGrammar.message(own.xml());
    List<Obj> records = List.of(messages.record(grammar), messages.record(grammar));

    byte[] written = Payloads.write(spec, records, false);
    Payloads.Result result = Payloads.read(spec, written);

    assertThat(result.bad()).isEmpty();
    assertThat(result.values().stream().map(EdiRoundTripTest::withoutEnvelope))
        .isEqualTo(records.stream().map(JsonValues::toJson).toList());
    if (charset != null) {
      assertThat(BareStaedi.faults(written, charset, schema)).isEmpty();
    }
  }

  private static String withoutEnvelope(Object value) {
    Obj body = new Obj();
    ((Obj) value)
        .fields()
        .forEach(
            (name, field) -> {
              if (!List.of("ISA", "GS", "ST", "UNB", "UNH").contains(name)) {
                body.put(name, field);
              }
            });
    return JsonValues.toJson(body);
  }
}
