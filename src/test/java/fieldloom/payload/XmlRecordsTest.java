package fieldloom.payload;

import static fieldloom.payload.Payloads.json;
import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.schema.Xsds.qualified;
import static fieldloom.schema.Xsds.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaException;
import fieldloom.schema.Xsds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many records in one document, and documents checked against their schema. */
class XmlRecordsTest {
  private static final String ORDERS =
      "<xs:element name='orders'><xs:complexType><xs:sequence>"
          + "<xs:element name='head' type='xs:string' minOccurs='0'/>"
          + "<xs:element name='order' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
          + "<xs:element name='no' type='xs:int'/>"
          + "<xs:element name='note' minOccurs='0'><xs:simpleType><xs:restriction base='xs:string'>"
          + "<xs:maxLength value='3'/></xs:restriction></xs:simpleType></xs:element>"
          + "</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>"
          + "</xs:element>";

  private static PayloadSpec orders(String options) {
    JsonNode given = json(options.replace('\'', '"'));
    return new PayloadSpec("order", "xml", given, Xsds.tree(schema(ORDERS), given));
  }

  @Test
  void theElementsOfAPathAreOneRecordEach() throws IOException {
    Payloads.Result result =
        read(
            orders("{'records':'/orders/order'}"),
            "<orders>\n<head>x</head>\n<order><no>1</no></order>\n"
                + "<order>\n<no>2</no><note>n</note></order>\n</orders>");

    assertThat(result.texts()).containsExactly("{\"no\":1}", "{\"no\":2,\"note\":\"n\"}");
    assertThat(result.lines()).containsExactly(3L, 4L);
    assertThat(result.singleRoot()).isFalse();
    assertThat(result.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, 1",
    "/a/b, 2",
    "/a/b/c, 3",
    "/a/x/c, 1",
    "/a/c, 0",
    "/b, 0",
    "/p:a/b, 0",
    "/a/q:x, 1"
  })
  void aPathIsFollowedFromTheRootWhereverItsElementsStand(String path, int count)
      throws IOException {
    String xml =
        "<a><b><c/><d><c/></d></b><x xmlns='urn:q'><c xmlns=''/></x><b><c>1</c><c/></b></a>";
    String names =
        "{\"namespaces\":{\"p\":\"urn:p\",\"q\":\"urn:q\"},\"records\":\"" + path + "\"}";

    assertThat(read(spec("xml", names), xml).records()).hasSize(count);
  }

  @Test
  void aBadRecordDoesNotLoseTheNext() throws IOException {
    String deep = "<no>".repeat(1001) + "</no>".repeat(1001);
    byte[] bytes =
        ("<orders><order><no>1</no></order><order>"
                + deep
                + "</order><order><note>~</note>"
                + "<note>x</note></order><order><no>4</no></order></orders>")
            .replace('~', 'é')
            .getBytes(StandardCharsets.ISO_8859_1);
    Payloads.Result result = read(orders("{'records':'/orders/order'}"), bytes);

    assertThat(result.texts()).containsExactly("{\"no\":1}", "{\"no\":4}");
    assertThat(result.bad())
        .extracting(BadRecordException::code)
        .containsExactly("too-deep", "bad-encoding");
    assertThat(result.bad()).noneMatch(BadRecordException::last);
  }

  @Test
  void ofADocumentThatIsCutOffTheWholeRecordsAreRead() throws IOException {
    Payloads.Result result =
        read(
            orders("{'records':'/orders/order'}"),
            "<orders><order><no>1</no></order><order><no>2</no>\n</ord");

    assertThat(result.texts()).containsExactly("{\"no\":1}");
    assertThat(result.bad())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo("cut-off");
              assertThat(e.getMessage()).contains("line 2, column 5");
              assertThat(e.last()).isTrue();
            });
  }

  @Test
  void malformedBytesOutsideTheRecordsAreAWarning() throws IOException {
    Payloads.Result result =
        read(
            orders("{'records':'/orders/order'}"),
            "<orders><head>é</head><order><no>1</no></order></orders>"
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(result.texts()).containsExactly("{\"no\":1}");
    assertThat(result.warnings()).singleElement().asString().contains("E9", "no record");
  }

  @Test
  void aPathThatTheSchemaDoesNotHaveIsAProblemOfTheSchema() {
    for (String path : new String[] {"/orders/bill", "/orders/order/no/x", "/bills/order"}) {
      assertThatThrownBy(
              () ->
                  Xsds.read(
                      Map.of("o.xsd", schema(ORDERS)),
                      "o.xsd",
                      json("{\"records\":\"" + path + "\"}")))
          .isInstanceOf(SchemaException.class)
          .message()
          .contains("o.xsd")
          .endsWith(".");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<orders><order><no>x</no></order></orders> | line 1, column 21 | 'x' is not a valid value",
        "<orders><order/></orders> | line 1, column 9 | {no}",
        "<orders>~<order><no>1</no><x/></order></orders> | line 2, column 18 | 'x'",
        "<orders><order><no>1</no><note>long</note></order></orders> | line 1, column 36 | maxLength",
        "<orders><order k='1'><no>1</no></order></orders> | line 1, column 9 | 'k'",
        "<bills/> | line 1, column 1 | 'bills'",
        "<orders> </orders> | line 1, column 10 | 'orders'"
      })
  void withValidateADocumentIsCheckedAgainstItsXsd(String xml, String place, String said)
      throws IOException {
    String text = xml.replace('~', '\n');
    Payloads.Result checked = read(orders("{'validate':true}"), text);

    assertThat(checked.records()).isEmpty();
    assertThat(checked.bad())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo("invalid");
              assertThat(e.getMessage())
                  .startsWith("At " + place + " the document breaks its XSD: ")
                  .contains(said)
                  .doesNotContain("cvc-")
                  .endsWith(".");
            });
    assertThat(read(orders("{'validate':false}"), text).bad()).isEmpty();
    assertThat(read(orders("{}"), text).bad()).isEmpty();
  }

  @Test
  void aValidDocumentIsReadWithValidate() throws IOException {
    String xml = "<orders><order><no>1</no><note>abc</note></order></orders>";

    assertThat(read(orders("{'validate':true}"), xml).texts())
        .containsExactly("{\"order\":[{\"no\":1,\"note\":\"abc\"}]}");
  }

  @Test
  void withValidateEachRecordHasItsOwnFaults() throws IOException {
    Payloads.Result result =
        read(
            orders("{'validate':true,'records':'/orders/order'}"),
            "<orders><order><no>1</no></order><order><no>x</no><y/></order>\n"
                + "<order><no>3</no></order><foot/></orders>");

    assertThat(result.texts()).containsExactly("{\"no\":1}", "{\"no\":3}");
    assertThat(result.bad()).hasSize(2);
    assertThat(result.bad().get(0).getMessage()).contains("line 1", "'x'");
    assertThat(result.bad().get(1).getMessage()).contains("line 2", "foot");
  }

  @Test
  void validateKnowsTheFilesThatTheSchemaIsMadeOf() throws Exception {
    String base =
        schema(
            "<xs:simpleType name='n'><xs:restriction base='xs:int'><xs:maxInclusive value='9'/>"
                + "</xs:restriction></xs:simpleType>");
    String other =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:p'>"
            + "<xs:attribute name='k' type='xs:int'/></xs:schema>";
    String main =
        qualified(
            "<xs:include schemaLocation='parts/base.xsd'/>"
                + "<xs:import namespace='urn:p' schemaLocation='parts/p.xsd'/>"
                + "<xs:import namespace='http://www.w3.org/XML/1998/namespace'"
                + " schemaLocation='http://www.w3.org/2001/xml.xsd'/>"
                + "<xs:element name='a'><xs:complexType><xs:simpleContent>"
                + "<xs:extension base='o:n'><xs:attribute ref='p:k' xmlns:p='urn:p'/>"
                + "<xs:attribute ref='xml:lang'/></xs:extension>"
                + "</xs:simpleContent></xs:complexType></xs:element>");
    JsonNode options = json("{\"validate\":true}");
    SchemaTree tree =
        Xsds.read(
            Map.of("o.xsd", main, "parts/base.xsd", base, "parts/p.xsd", other), "o.xsd", options);
    PayloadSpec spec = new PayloadSpec("order", "xml", options, tree);
    String start = "<a xmlns='urn:o' xmlns:p='urn:p' xml:lang='en' p:k='";

    assertThat(read(spec, start + "1'>9</a>").texts())
        .containsExactly("{\"@lang\":\"en\",\"@k\":1,\"#text\":9}");
    assertThat(read(spec, start + "x'>9</a>").bad()).hasSize(1);
    assertThat(read(spec, start + "1'>10</a>").bad()).hasSize(1);
  }

  @Test
  void anXsdThatBreaksItsOwnRulesCannotValidate() {
    String twice =
        "<xs:element name='a'><xs:complexType><xs:sequence>"
            + "<xs:element name='b' minOccurs='0' type='xs:int'/>\n<xs:element name='b' type='xs:int'/>"
            + "</xs:sequence></xs:complexType></xs:element>";
    JsonNode options = json("{\"validate\":true}");
    PayloadSpec spec = new PayloadSpec("order", "xml", options, Xsds.tree(schema(twice), options));

    assertThatThrownBy(() -> read(spec, "<a><b>1</b></a>"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("validate of order")
        .hasMessageContaining("order.xsd")
        .message()
        .endsWith(".");
  }
}
