package fieldloom.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldRowTest {
  private static final String BILL =
      """
      {"title": "Bill", "x-title-zh": "单据", "type": "object", "properties": {
        "FBillNo": {"title": "Bill number", "x-title-zh": "单据编号", "type": "string",
          "maxLength": 30, "x-key": true},
        "FCustId": {"title": "Customer", "x-title-zh": "客户", "type": "object",
          "properties": {"FNumber": {"title": "Customer, number", "type": "string"}},
          "required": ["FNumber"], "additionalProperties": false},
        "FStatus": {"title": "Status", "x-title-zh": "状态", "type": ["string", "null"],
          "description": "Where it stands. A created 创建; C approved, at last 已审核",
          "enum": ["A", "C", null], "default": "A"},
        "FTags": {"type": "array", "items": {"type": "string", "maxLength": 8}},
        "FEntity": {"title": "Lines", "type": "array", "items": {"type": "object", "properties": {
          "FQty": {"type": "number", "x-digits": 18, "x-scale": 4, "minimum": 0},
          "FSeq": {"type": "integer", "x-digits": 4},
          "FParts": {"type": "array", "items": {"$ref": "#"}}}}}},
       "required": ["FBillNo", "FCustId"], "additionalProperties": false}
      """;

  private static List<FieldRow> rows() throws SchemaException {
    SchemaTree tree =
        SchemaReaders.read(
            "bill.schema.json", BILL.getBytes(StandardCharsets.UTF_8), "json-schema");
    return FieldRow.of(tree);
  }

  @Test
  void aGroupOfOneFieldSharesItsLine() throws SchemaException {
    assertThat(rows())
        .extracting(FieldRow::label)
        .containsExactly("FBillNo", "FCustId.FNumber", "FStatus", "FTags[]", "FEntity[]");
    FieldRow customer = rows().get(1);
    assertThat(customer.path()).hasToString("FCustId.FNumber");
    assertThat(customer.required()).isTrue();
    assertThat(Words.title(customer.titles())).isEqualTo("Customer");
    assertThat(customer.type()).isEqualTo(FieldType.STRING);
  }

  @Test
  void thePlacesOfAListAreLinesCalledByTheirNumber() throws SchemaException {
    String schema =
        """
        {"$schema": "x", "properties": {"at": {"type": "array", "prefixItems": [
          {"title": "Longitude", "type": "number"},
          {"type": "object", "properties": {"unit": {"type": "string"}, "base": {"type": "string"}}}]}}}
        """;
    FieldRow at =
        FieldRow.of(
                SchemaReaders.read(
                    "p.schema.json", schema.getBytes(StandardCharsets.UTF_8), "json-schema"))
            .getFirst();
    assertThat(at.label()).isEqualTo("at");
    assertThat(at.children()).extracting(FieldRow::label).containsExactly("1", "2");
    assertThat(at.children().getFirst().type()).isEqualTo(FieldType.DECIMAL);
    assertThat(Words.title(at.children().getFirst().titles())).isEqualTo("Longitude");
    assertThat(at.children().getLast().children())
        .extracting(FieldRow::label)
        .containsExactly("unit", "base");
  }

  @Test
  void listsHaveTheirItemsFieldsAndASchemaThatContainsItselfEnds() throws SchemaException {
    FieldRow lines = rows().getLast();
    assertThat(lines.type()).isEqualTo(FieldType.ARRAY);
    assertThat(lines.children())
        .extracting(row -> row.path().toString())
        .containsExactly("FEntity[].FQty", "FEntity[].FSeq", "FEntity[].FParts[]");
  }

  @Test
  void aTypeSaysLengthAndDigits() throws SchemaException {
    assertThat(rows())
        .extracting(FieldWords::type)
        .containsExactly("string(30)", "string", "string", "list of string(8)", "array");
    assertThat(rows().getLast().children())
        .extracting(FieldWords::type)
        .startsWith("decimal(18,4)", "integer(4)");
  }

  @Test
  void valuesAreTakenFromWhatWasWrittenOfTheField() throws SchemaException {
    FieldRow status = rows().get(2);
    assertThat(FieldWords.meaning(status.node().facets()))
        .isEqualTo(
            new FieldWords.Meaning(
                "Where it stands.", Map.of("A", "created 创建", "C", "approved, at last 已审核")));
    assertThat(FieldWords.rest(status)).containsExactly("may be null", "default \"A\"");
    assertThat(FieldWords.meaning(rows().getFirst().node().facets()))
        .isEqualTo(new FieldWords.Meaning("", Map.of()));
  }

  @Test
  void aRowIsSpokenWithTitleTypeAndMarks() throws SchemaException {
    assertThat(FieldCells.spoken(rows().getFirst()))
        .isEqualTo("FBillNo, Bill number, string(30), required, key");
  }
}
