package fieldloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import fieldloom.catalog.Catalog;
import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.FileSet;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadSpec;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaReaders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedSamplesTest {
  private static final String ORDER =
      """
      {"type":"object","required":["orderNo","customerName","lines"],"properties":{
        "orderNo":{"type":"string","maxLength":20},
        "customerName":{"type":"string","maxLength":80},
        "contact":{"type":"string"},"mobile":{"type":"string"},
        "email":{"type":"string","format":"email"},
        "orderDate":{"type":"string","format":"date"},
        "deliveryDate":{"type":"string","format":"date"},
        "dueDate":{"type":"string","format":"date"},
        "gtin":{"type":"string","maxLength":13},
        "uscc":{"type":"string","maxLength":18},
        "totalAmount":{"type":"number","multipleOf":0.01},
        "note":{"type":["string","null"],"maxLength":40},
        "lines":{"type":"array","minItems":1,"items":{"type":"object","required":["qty"],
          "properties":{"lineNo":{"type":"integer"},"itemCode":{"type":"string"},
            "qty":{"type":"integer","minimum":1},"unitPrice":{"type":"number"},
            "amount":{"type":"number"}}}}}}
      """;

  private static SchemaTree tree(String schema) {
    try {
      return SchemaReaders.read(
          "order.schema.json", schema.getBytes(StandardCharsets.UTF_8), "json-schema");
    } catch (SchemaException e) {
      throw new AssertionError(schema, e);
    }
  }

  private static Obj first(SampleKind kind, boolean chinese) {
    SampleOrder order = new SampleOrder(7, 1, List.of(kind), chinese);
    return (Obj) new SampleGenerator(tree(ORDER), order).record(1);
  }

  @Test
  void everyRecordOfEveryKindIsValidForEveryDocumentOfTheCatalog() throws IOException {
    FileSet files = FileSet.carried("catalog");
    List<String> faults = new ArrayList<>();
    int documents = 0;
    for (CatalogDocument document : Catalog.read(files).documents()) {
      String text = new String(files.read(document.id() + ".schema.json"), StandardCharsets.UTF_8);
      Schema schema = Validity.jsonSchema(text);
      SampleOrder order = new SampleOrder(1, 20, List.of(SampleKind.values()), documents % 2 == 0);
      for (Object record : new SampleGenerator(document.schema(), order).records()) {
        for (String fault : Validity.faults(schema, record)) {
          faults.add(document.id() + ": " + fault);
        }
      }
      documents++;
    }
    assertThat(documents).isGreaterThan(100);
    assertThat(faults).isEmpty();
  }

  @Property(tries = 300)
  void everyRecordIsValidForItsSchema(
      @ForAll("schemas") String text, @ForAll long seed, @ForAll SampleKind kind) {
    Schema schema = Validity.jsonSchema(text);
    SampleOrder order = new SampleOrder(seed, 3, List.of(kind), seed % 2 == 0);
    for (Object record : new SampleGenerator(tree(text), order).records()) {
      assertThat(Validity.faults(schema, record))
          .as(text + "\n" + JsonValues.toJson(record))
          .isEmpty();
    }
  }

  @Provide
  Arbitrary<String> schemas() {
    Arbitrary<String> text =
        Combinators.combine(
                Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 30))
            .as(
                (least, more) ->
                    "{\"type\":\"string\",\"minLength\":"
                        + least
                        + ",\"maxLength\":"
                        + (least + more)
                        + "}");
    Arbitrary<String> pattern =
        Arbitraries.of(
                "^[A-Z]{2}-\\\\d{4}$", "^(a|b)+c?$", "^\\\\d{4}-\\\\d{2}-\\\\d{2}$", "[0-9a-f]{8}")
            .map(p -> "{\"type\":\"string\",\"pattern\":\"" + p + "\"}");
    Arbitrary<String> number =
        Combinators.combine(
                Arbitraries.integers().between(-500, 500),
                Arbitraries.integers().between(0, 800),
                Arbitraries.of("integer", "number"))
            .as(
                (least, more, type) ->
                    "{\"type\":\""
                        + type
                        + "\",\"minimum\":"
                        + least
                        + ",\"maximum\":"
                        + (least + more)
                        + "}");
    Arbitrary<String> open =
        Arbitraries.of(
            "{\"type\":\"number\",\"exclusiveMinimum\":0,\"multipleOf\":0.05}",
            "{\"type\":\"integer\",\"exclusiveMinimum\":3,\"exclusiveMaximum\":9}",
            "{\"type\":\"integer\",\"multipleOf\":25,\"minimum\":30}",
            "{\"enum\":[\"A\",\"B\",\"CC\"]}",
            "{\"type\":\"integer\",\"enum\":[1,5,9]}",
            "{\"type\":[\"string\",\"null\"],\"format\":\"date-time\"}",
            "{\"type\":\"string\",\"format\":\"email\"}",
            "{\"type\":\"boolean\",\"const\":true}");
    Arbitrary<String> leaf = Arbitraries.oneOf(text, pattern, number, open);
    Arbitrary<String> list =
        Combinators.combine(
                leaf, Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 4))
            .as(
                (item, least, more) ->
                    "{\"type\":\"array\",\"minItems\":"
                        + least
                        + ",\"maxItems\":"
                        + (least + more)
                        + ",\"items\":"
                        + item
                        + "}");
    Arbitrary<String> name =
        Arbitraries.of(
            "name", "FQty", "orderDate", "telephone", "kehumingcheng", "金额", "zip", "x1");
    Arbitrary<String> object =
        Arbitraries.maps(name, Arbitraries.oneOf(leaf, list))
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(GeneratedSamplesTest::object);
    return Arbitraries.maps(name, Arbitraries.oneOf(leaf, list, object))
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(GeneratedSamplesTest::object);
  }

  private static String object(java.util.Map<String, String> fields) {
    StringBuilder properties = new StringBuilder();
    StringBuilder required = new StringBuilder();
    fields.forEach(
        (name, schema) -> {
          properties
              .append(properties.isEmpty() ? "" : ",")
              .append('"')
              .append(name)
              .append("\":")
              .append(schema);
          if (name.length() % 2 == 0) {
            required.append(required.isEmpty() ? "" : ",").append('"').append(name).append('"');
          }
        });
    return "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
        + properties
        + "},\"required\":["
        + required
        + "]}";
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    PayloadSpec spec = new PayloadSpec("order", "ndjson", null, tree(ORDER));
    SampleOrder order = SampleOrder.usual(50, Locale.ENGLISH);
    byte[] once = SampleGenerator.bytes(spec, order);
    assertThat(SampleGenerator.bytes(spec, order)).isEqualTo(once);
    SampleOrder other = new SampleOrder(2, 50, order.kinds(), order.chinese());
    assertThat(SampleGenerator.bytes(spec, other)).isNotEqualTo(once);
    SampleOrder chinese = SampleOrder.usual(50, Locale.SIMPLIFIED_CHINESE);
    assertThat(SampleGenerator.bytes(spec, chinese)).isNotEqualTo(once);
  }

  @Test
  void aRecordDoesNotDependOnHowManyAreMade() {
    SampleGenerator few = new SampleGenerator(tree(ORDER), SampleOrder.usual(3, Locale.ENGLISH));
    SampleGenerator many = new SampleGenerator(tree(ORDER), SampleOrder.usual(9, Locale.ENGLISH));
    assertThat(many.records().subList(0, 3)).isEqualTo(few.records());
  }

  @Test
  void namesAndAddressesAreOfTheLanguage() {
    assertThat((String) first(SampleKind.TYPICAL, true).get("customerName"))
        .matches(".*\\p{IsHan}.*公司");
    assertThat((String) first(SampleKind.TYPICAL, false).get("customerName"))
        .matches("[\\x20-\\x7e]+");
    assertThat((String) first(SampleKind.TYPICAL, true).get("mobile")).matches("1[3578]\\d{9}");
    assertThat((String) first(SampleKind.TYPICAL, false).get("email"))
        .matches("\\S+@\\S+\\.example");
  }

  @Test
  void datesFollowEachOtherAndAmountsAreWhatLinesComeTo() {
    SampleOrder order = new SampleOrder(3, 40, List.of(SampleKind.TYPICAL), false);
    for (Object record : new SampleGenerator(tree(ORDER), order).records()) {
      Obj one = (Obj) record;
      List<Comparable<Object>> dates = new ArrayList<>();
      for (String field : List.of("orderDate", "deliveryDate", "dueDate")) {
        if (one.has(field)) {
          dates.add(comparable(one.get(field)));
        }
      }
      assertThat(dates).isSorted();
      BigDecimal sum = BigDecimal.ZERO;
      for (Object item : (List<?>) one.get("lines")) {
        Obj line = (Obj) item;
        if (line.get("amount") instanceof Num amount) {
          sum = sum.add(amount.value());
          if (line.get("unitPrice") instanceof Num price && line.get("qty") instanceof Num qty) {
            assertThat(amount.value()).isEqualByComparingTo(price.value().multiply(qty.value()));
          }
        }
      }
      if (one.get("totalAmount") instanceof Num total && sum.signum() != 0) {
        assertThat(total.value()).isEqualByComparingTo(sum);
      }
    }
  }

  @SuppressWarnings("unchecked") // dates of one kind
  private static Comparable<Object> comparable(Object date) {
    return (Comparable<Object>) date;
  }

  @Test
  void checkDigitsAreRight() {
    Obj record = first(SampleKind.TYPICAL, true);
    java.time.LocalDate today = java.time.LocalDate.of(2026, 1, 1);
    assertThat(
            fieldloom.function.code.CheckedCode.GTIN13.isValid((String) record.get("gtin"), today))
        .isTrue();
    assertThat(fieldloom.function.code.CheckedCode.USCC.isValid((String) record.get("uscc"), today))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(SampleKind.class)
  void everyKindIsWhatItSays(SampleKind kind) {
    Obj record = first(kind, false);
    Obj line = (Obj) ((List<?>) record.get("lines")).getFirst();
    switch (kind) {
      case TYPICAL -> assertThat(record.size()).isEqualTo(13);
      case EMPTY ->
          assertThat(record.fields().keySet()).containsExactly("orderNo", "customerName", "lines");
      case NULLS -> assertThat(JsonValues.toJson(record.get("note"))).isEqualTo("null");
      case LONGEST -> assertThat((String) record.get("customerName")).hasSize(80);
      case MANY -> assertThat((List<?>) record.get("lines")).hasSizeGreaterThan(50);
      case SMALLEST -> assertThat(line.get("qty")).isEqualTo(Num.of(1));
      case LARGEST -> assertThat(line.get("qty")).isEqualTo(Num.of(999_999_999_999_999L));
      case FIRST -> assertThat(record.get("orderDate")).hasToString("1900-01-01");
      case LAST -> assertThat(record.get("orderDate")).hasToString("9999-12-31");
      case CHARACTERS -> assertThat((String) record.get("note")).contains("\"", "'", "𠮷", "😀");
    }
  }
}
