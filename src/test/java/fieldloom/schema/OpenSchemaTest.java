package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Resources;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What files offer to choose from, by the ports that every reader has. */
class OpenSchemaTest {
  private static final String XSD =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="order"><xs:complexType><xs:attribute name="no"/></xs:complexType></xs:element>
        <xs:element name="bill"><xs:complexType><xs:attribute name="sum"/></xs:complexType></xs:element>
      </xs:schema>
      """;
  private static final String API =
      """
      openapi: 3.0.3
      info: {title: Orders, version: "1"}
      paths:
        /orders:
          post:
            operationId: addOrder
            summary: New order
            requestBody: {content: {application/json: {schema: {type: object, properties: {no: {type: string}}}}}}
            responses:
              "201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}
              "400": {description: no, content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}
          get:
            parameters: [{name: day, in: query, schema: {type: string}}]
            responses: {"204": {description: none}}
      """;

  private static OpenSchema open(String name, String text) throws SchemaException {
    SchemaFile file = SchemaFile.of(name, text.getBytes(UTF_8));
    return SchemaReaders.choose(file, null).open(file);
  }

  @Test
  void anXmlSchemaOffersItsGlobalElements() throws SchemaException {
    OpenSchema open = open("orders.xsd", XSD);

    assertThat(open.choices()).extracting(SchemaChoice::name).containsExactly("order", "bill");
    assertThat(SchemaText.tsv(open.read(open.choices().get(1).options()))).startsWith("@sum\t");
    assertThat(SchemaText.tsv(open.read(open.choices().getFirst().options()))).startsWith("@no\t");
    assertThatThrownBy(() -> open.read(null)).hasMessageContaining("2 global elements");
  }

  @Test
  void anApiOffersEveryMessageOfEveryOperation() throws SchemaException {
    OpenSchema open = open("api.yaml", API);

    assertThat(open.choices())
        .extracting(choice -> choice.name() + " | " + choice.title())
        .containsExactly(
            "GET /orders · parameters | null",
            "POST /orders · request | New order",
            "POST /orders · response | New order",
            "POST /orders · response 400 | New order");
    for (SchemaChoice choice : open.choices()) {
      assertThat(open.read(choice.options()).root().children()).as(choice.name()).hasSize(1);
    }
  }

  @Test
  void whatHasNothingToChooseIsReadAsItIs() throws SchemaException {
    OpenSchema open = open("order.json", "{\"no\": \"A1\"}");

    assertThat(open.choices()).isEmpty();
    assertThat(SchemaText.tsv(open.read(null))).isEqualTo("no\tstring\t1\t\t\n");
  }

  @Test
  void everyReaderIsOfferedByTheChoosersOfFilesAndSaysWhatItDescribes() {
    for (SchemaReader reader : SchemaReaders.all()) {
      assertThat(reader.extensions()).as(reader.name()).isNotEmpty();
      assertThat(reader.formats()).as(reader.name()).isNotEmpty();
    }
    assertThat(SchemaReaders.extensions()).doesNotHaveDuplicates().contains("json", "xsd", "csv");
  }

  @Test
  void aReferenceOutOfTheFolderIsToldFromOtherFaults() {
    Resources none = name -> new ByteArrayInputStream(new byte[0]);
    String text = "{\"$schema\":\"x\",\"properties\":{\"a\":{\"$ref\":\"%s\"}}}";

    assertThat(fault(text.formatted("../common.json"), none).isOutside()).isTrue();
    assertThat(fault(text.formatted("https://example.org/x"), none).isOutside()).isFalse();
    assertThat(fault(text.formatted("#/$defs/none"), none).isOutside()).isFalse();
  }

  private static SchemaException fault(String text, Resources around) {
    SchemaFile file = new SchemaFile("a.json", "a.json", text.getBytes(UTF_8), null, around);
    try {
      SchemaReaders.choose(file, null).open(file).read(null);
    } catch (SchemaException e) {
      return e;
    }
    throw new AssertionError("it was read: " + List.of(text));
  }
}
