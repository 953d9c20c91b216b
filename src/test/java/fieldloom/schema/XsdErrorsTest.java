package fieldloom.schema;

import static fieldloom.schema.Xsds.qualified;
import static fieldloom.schema.Xsds.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XsdErrorsTest {

  private static void refused(
      Map<String, String> files, @Nullable JsonNode options, String... said) {
    assertThatThrownBy(() -> Xsds.read(files, "a.xsd", options))
        .isInstanceOf(SchemaException.class)
        .hasMessageContainingAll(said)
        .message()
        .doesNotContain("\n", "part:/")
        .endsWith(".");
  }

  private static JsonNode root(String name) {
    return JsonNodeFactory.instance.objectNode().put("root", name);
  }

  @Test
  void ofSeveralRootsOneMustBeChosen() throws SchemaException {
    String types = "<xs:element name='%s' type='xs:int'/>";
    String xsd =
        schema(
            IntStream.range(0, 20)
                .mapToObj(i -> types.formatted("e" + i))
                .collect(Collectors.joining()));
    Map<String, String> files = Map.of("a.xsd", xsd);

    refused(files, null, "a.xsd", "20 global elements", "option root", "e0, e1", "and 8 more");
    refused(files, root("f"), "a.xsd", "no global element f", "e0");
    assertThat(Xsds.read(files, "a.xsd", root("e7")).root().name()).isEqualTo("e7");
    assertThat(SchemaReaders.choose(file(xsd), null).roots(file(xsd))).hasSize(20);
    refused(Map.of("a.xsd", schema("")), null, "a.xsd", "no global element");
    refused(
        Map.of("a.xsd", schema("<xs:element name='a' abstract='true'/>")),
        null,
        "no global element");
  }

  private static SchemaFile file(String xsd) {
    return SchemaFile.of("a.xsd", xsd.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void onlyTheElementsOfTheFileItselfAreRoots() throws SchemaException {
    String other = schema("<xs:element name='x' type='xs:int'/><xs:element name='y'/>");
    String main =
        schema("<xs:include schemaLocation='b.xsd'/><xs:element name='a' type='xs:int'/>");

    assertThat(Xsds.read(Map.of("a.xsd", main, "b.xsd", other), "a.xsd", null).root().name())
        .isEqualTo("a");
    assertThat(Xsds.read(Map.of("a.xsd", main, "b.xsd", other), "a.xsd", root("y")).root().name())
        .isEqualTo("y");
    refused(
        Map.of("a.xsd", schema("<xs:include schemaLocation='b.xsd'/>"), "b.xsd", other),
        null,
        "2 global elements",
        "x, y");
  }

  @Test
  void aPrefixTellsRootsOfOneNameApart() throws SchemaException {
    String other =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:p'>"
            + "<xs:element name='a' type='xs:date'/></xs:schema>";
    String main =
        qualified(
            "<xs:import namespace='urn:p' schemaLocation='b.xsd'/>"
                + "<xs:element name='a' type='xs:int'/>");
    JsonNode options =
        JsonNodeFactory.instance
            .objectNode()
            .put("root", "q:a")
            .set("namespaces", JsonNodeFactory.instance.objectNode().put("q", "urn:p"));

    assertThat(
            Xsds.read(Map.of("a.xsd", main, "b.xsd", other), "a.xsd", options)
                .root()
                .type()
                .label())
        .isEqualTo("date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<xs:element name='a' type='nope'/> | nope",
        "<xs:element name='a' type='q:nope'/> | q",
        "<xs:element name='a'><xs:complexType><xs:sequence><xs:element ref='b'/></xs:sequence></xs:complexType></xs:element> | b",
        "<xs:element name='a'><xs:complexType><xs:group ref='g'/></xs:complexType></xs:element> | g",
        "<xs:elemnt name='a'/> | elemnt",
        "<xs:element/> | element",
        "<xs:element name='a'/><xs:element name='a'/> | a",
        "<xs:element name='a' type='xs:int' | line 2"
      })
  void whatIsWrongInAFileIsToldWithItsPlace(String body, String said) {
    refused(
        Map.of(
            "a.xsd",
            schema("<xs:include schemaLocation='b.xsd'/>"),
            "b.xsd",
            schema("\n" + body.strip())),
        null,
        "b.xsd",
        "line 2, column",
        said.strip());
  }

  @Test
  void aFileThatIsNotThereOrNoSchemaIsToldWithWhoNamesIt() {
    refused(Map.of("a.xsd", schema("<xs:include schemaLocation='b/c.xsd'/>")), null, "b/c.xsd");
    refused(
        Map.of("a.xsd", schema("<xs:include schemaLocation='b.xml'/>"), "b.xml", "<x/>"),
        null,
        "b.xml",
        "no XML Schema",
        "root element is x");
    refused(
        Map.of("a.xsd", schema("<xs:include schemaLocation='b.xsd'/>"), "b.xsd", "<xs:schema"),
        null,
        "b.xsd",
        "line 1, column 10");
    refused(Map.of("a.xsd", "<!DOCTYPE xs:schema><x/>"), null, "a.xsd", "DOCTYPE", "line 1");
  }

  @Test
  void filesThatIncludeEachOtherEnd() throws SchemaException {
    Map<String, String> files =
        Map.of(
            "a.xsd",
            schema("<xs:include schemaLocation='b.xsd'/><xs:element name='a' type='t'/>"),
            "b.xsd",
            schema(
                "<xs:include schemaLocation='./a.xsd'/><xs:include schemaLocation='b.xsd'/>"
                    + "<xs:simpleType name='t'><xs:restriction base='xs:int'/></xs:simpleType>"));

    assertThat(Xsds.read(files, "a.xsd", null).root().type().label()).isEqualTo("integer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<xs:complexType name='t'><xs:complexContent><xs:extension base='u'/></xs:complexContent></xs:complexType>"
            + "<xs:complexType name='u'><xs:complexContent><xs:extension base='t'/></xs:complexContent></xs:complexType>",
        "<xs:simpleType name='t'><xs:restriction base='u'/></xs:simpleType>"
            + "<xs:simpleType name='u'><xs:union memberTypes='xs:int t'/></xs:simpleType>",
        "<xs:group name='t'><xs:sequence><xs:group ref='u'/></xs:sequence></xs:group>"
            + "<xs:group name='u'><xs:choice><xs:group ref='t'/></xs:choice></xs:group>",
        "<xs:attributeGroup name='t'><xs:attributeGroup ref='u'/></xs:attributeGroup>"
            + "<xs:attributeGroup name='u'><xs:attributeGroup ref='t'/></xs:attributeGroup>",
        "<xs:element name='t' substitutionGroup='u'/><xs:element name='u' substitutionGroup='t'/>"
      })
  void whatIsMadeOfItselfAloneIsRefused(String body) {
    refused(Map.of("a.xsd", schema(body.strip())), root("t"), "by itself alone", "which needs");
  }

  @Test
  void whatContainsItselfByAnElementIsNot() throws SchemaException {
    String xsd =
        schema(
            "<xs:group name='g'><xs:sequence><xs:element name='e' minOccurs='0'><xs:complexType>"
                + "<xs:group ref='g'/></xs:complexType></xs:element></xs:sequence></xs:group>"
                + "<xs:element name='a'><xs:complexType><xs:group ref='g'/></xs:complexType>"
                + "</xs:element>");

    assertThat(SchemaText.tsv(Xsds.read(Map.of("a.xsd", xsd), "a.xsd", null)).lines()).hasSize(2);
  }

  @Test
  void filesIncludedTooDeeplyAreRefusedAndImportedOnesAreNot() throws SchemaException {
    Map<String, String> files = new HashMap<>();
    for (String kind : List.of("include", "import")) {
      files.clear();
      for (int i = 0; i < 300; i++) {
        String next = "<xs:" + kind + " schemaLocation='" + (i + 1) + ".xsd'";
        String body =
            i == 299
                ? ""
                : next + (kind.equals("import") ? " namespace='urn:" + (i + 1) + "'/>" : "/>");
        String of = kind.equals("import") ? " targetNamespace='urn:" + i + "'" : "";
        files.put(
            (i == 0 ? "a" : i) + ".xsd",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
                + of
                + ">"
                + body
                + (i == 0 ? "<xs:element name='a' type='xs:int'/>" : "")
                + "</xs:schema>");
      }
      if (kind.equals("include")) {
        refused(files, null, "more than 100 deep");
      } else {
        assertThat(Xsds.read(files, "a.xsd", null).xsd().files()).hasSize(300);
      }
    }
  }

  @Test
  void wrongOptionsAreNamed() {
    JsonNode records = JsonNodeFactory.instance.objectNode().put("records", "a");
    JsonNode namespaces = JsonNodeFactory.instance.objectNode().put("namespaces", "a");
    Map<String, String> files = Map.of("a.xsd", schema("<xs:element name='a'/>"));

    refused(files, records, "records");
    refused(files, namespaces, "namespaces");
  }
}
