package fieldloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples are written by the formats' own writers, and can be read as their sources. */
class GeneratedFormatsTest {
  private static SchemaNode field(String name, FieldType type, Integer length, Integer digits) {
    Facets facets =
        new Facets(
            length,
            digits,
            digits == null ? null : (Integer) 2,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            false);
    return SchemaNode.builder(name, type).required(true).facets(facets).build();
  }

  private static final SchemaTree ROW =
      new SchemaTree(
          null,
          SchemaNode.builder("row", FieldType.OBJECT)
              .children(
                  List.of(
                      field("orderNo", FieldType.STRING, 16, null),
                      field("customerName", FieldType.STRING, 30, null),
                      field("amount", FieldType.DECIMAL, null, 9),
                      field("orderDate", FieldType.DATE, null, null)))
              .build());

  private static JsonNode options(String json) {
    try {
      return JsonValues.toNode(JsonValues.parse(json));
    } catch (FormatException e) {
      throw new AssertionError(json, e);
    }
  }

  private static List<Object> roundTrip(PayloadSpec spec, List<SampleKind> kinds) throws Exception {
    byte[] made = SampleGenerator.bytes(spec, new SampleOrder(3, kinds.size() * 2, kinds, true));
    List<Object> read = new ArrayList<>();
    try (RecordReader reader = PayloadFormats.reader(new ByteArrayInputStream(made), spec)) {
      for (RecordReader.InputRecord record = reader.next();
          record != null;
          record = reader.next()) {
        read.add(record.value());
      }
    }
    return read;
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson", "csv", "xlsx", "table"})
  void everyKindIsReadAsItWasMade(String format) throws Exception {
    List<SampleKind> kinds = List.of(SampleKind.values());
    PayloadSpec spec = new PayloadSpec("row", format, null, ROW);
    List<Object> read = roundTrip(spec, kinds);
    assertThat(read).hasSize(kinds.size() * 2);
    SampleGenerator generator =
        new SampleGenerator(ROW, new SampleOrder(3, kinds.size() * 2, kinds, true));
    for (int i = 0; i < read.size(); i++) {
      Obj made = (Obj) generator.record(i + 1);
      Obj back = (Obj) read.get(i);
      assertThat(back.get("orderNo")).isEqualTo(made.get("orderNo"));
      assertThat(back.get("amount")).hasToString(made.get("amount").toString());
    }
  }

  @Test
  void columnsOfAFixedWidthFileAreFilledToTheirLengthAndNoFurther() throws Exception {
    JsonNode options =
        options(
            """
            {"records": [{"fields": [{"name": "orderNo", "at": 1, "length": 16},
              {"name": "customerName", "at": 17, "length": 30},
              {"name": "amount", "at": 47, "length": 14, "type": "decimal"}]}]}
            """);
    SchemaTree tree =
        new SchemaTree(
            null,
            SchemaNode.builder("row", FieldType.OBJECT)
                .children(ROW.root().children().subList(0, 3))
                .build());
    List<SampleKind> kinds =
        List.of(SampleKind.TYPICAL, SampleKind.LONGEST, SampleKind.EMPTY, SampleKind.LARGEST);
    assertThat(roundTrip(new PayloadSpec("row", "fixed", options, tree), kinds)).hasSize(8);
  }

  @Test
  void whatCannotBeGeneratedIsSaidInASentence() {
    PayloadSpec edi = new PayloadSpec("row", "edi", null, ROW);
    PayloadSpec unknown = new PayloadSpec("row", "json", null, SchemaTree.unknown("row"));
    SampleOrder order = SampleOrder.usual(1, java.util.Locale.ENGLISH);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> SampleGenerator.bytes(edi, order))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("EDI");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> SampleGenerator.bytes(unknown, order))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("schema");
  }
}
