package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read again as it was, whatever it is. */
class RoundTripTest {

  @Provide
  Arbitrary<Object> values() {
    return values(3);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            texts().map(Object.class::cast),
            numbers().map(Object.class::cast),
            Arbitraries.of(true, false, Null.NULL));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Object> lists =
        Arbitraries.lazy(() -> values(depth - 1)).list().ofMaxSize(4).map(Object.class::cast);
    Arbitrary<Object> objects =
        Combinators.combine(
                names().list().ofMaxSize(4),
                Arbitraries.lazy(() -> values(depth - 1)).list().ofSize(4))
            .as(
                (names, parts) -> {
                  Obj object = new Obj();
                  for (int i = 0; i < names.size(); i++) {
                    object.put(names.get(i), parts.get(i));
                  }
                  return object;
                });
    return Arbitraries.oneOf(scalars, lists, objects);
  }

  /** Half of a surrogate pair is read in a text, but not in a name. */
  private static Arbitrary<String> names() {
    return texts().filter(name -> StandardCharsets.UTF_8.newEncoder().canEncode(name));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.strings()
            .withChars("ab\"\\\n\r\t,;' 华𠮷\ud800\udc00\uFEFF\u2028")
            .ofMaxLength(9));
  }

  private static Arbitrary<Num> numbers() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals().ofScale(5).map(Object::toString),
            Arbitraries.of("-0", "1E+2", "0.10", "1e-9999", "-12.500e3", "7".repeat(1000)))
        .map(Num::ofText);
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(JsonValues::toJson).toList();
  }

  @Property(tries = 300)
  void json(@ForAll("values") Object a, @ForAll("values") Object b) throws IOException {
    for (String options : new String[] {"{}", "{\"indent\":true}"}) {
      Payloads.Result result =
          read(spec("json", options), write(spec("json", options), List.of(a, b), false));

      assertThat(result.bad()).isEmpty();
      assertThat(result.values()).isEqualTo(List.of(a, b));
      assertThat(result.texts()).isEqualTo(texts(List.of(a, b)));
    }
  }

  @Property(tries = 300)
  void ndjson(@ForAll("values") Object a, @ForAll("values") Object b) throws IOException {
    Payloads.Result result =
        read(spec("ndjson", null), write(spec("ndjson", null), List.of(a, b), false));

    assertThat(result.bad()).isEmpty();
    assertThat(result.texts()).isEqualTo(texts(List.of(a, b)));
    assertThat(result.lines()).containsExactly(1L, 2L);
  }

  @Provide
  Arbitrary<List<List<String>>> cells() {
    Arbitrary<String> cell =
        Arbitraries.strings()
            .withChars("ab\"'\\\n\r\t,;| 华é\u00a0\uFEFF\u2028")
            .ofMaxLength(6)
            .injectNull(0.2);
    return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(5);
  }

  @Property(tries = 500)
  void csv(@ForAll("cells") List<List<String>> rows, @ForAll("options") String options)
      throws IOException {
    List<Obj> records = new ArrayList<>();
    for (List<String> row : rows) {
      Obj record = new Obj();
      for (int i = 0; i < 3; i++) {
        if (row.get(i) != null) {
          record.put("col " + i, row.get(i));
        }
      }
      records.add(record);
    }
    PayloadSpec spec = spec("csv", options, columns());
    Payloads.Result result = read(spec, write(spec, records, false));

    assertThat(result.bad()).isEmpty();
    assertThat(result.values()).isEqualTo(records);
  }

  @Provide
  Arbitrary<String> options() {
    return Arbitraries.of(
        "{}",
        "{\"trim\":true}",
        "{\"delimiter\":\"\\t\",\"lineEnd\":\"\\r\\n\"}",
        "{\"delimiter\":\"|\",\"quote\":\"'\",\"lineEnd\":\"\\r\"}",
        "{\"encoding\":\"GB18030\"}",
        "{\"encoding\":\"UTF-16\"}",
        "{\"encoding\":\"UTF-16LE\"}",
        "{\"header\":false,\"delimiter\":\" \"}",
        "{\"header\":false,\"delimiter\":\";\",\"trim\":true}");
  }

  private static SchemaTree columns() {
    List<SchemaNode> fields = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      fields.add(SchemaNode.builder("col " + i, FieldType.STRING).build());
    }
    SchemaNode root = SchemaNode.builder("row", FieldType.OBJECT).children(fields).build();
    return new SchemaTree(null, root);
  }
}
