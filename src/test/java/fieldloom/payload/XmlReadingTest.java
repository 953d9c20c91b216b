package fieldloom.payload;

import static fieldloom.payload.Payloads.json;
import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.schema.Xsds.qualified;
import static fieldloom.schema.Xsds.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.SchemaTree;
import fieldloom.schema.Xsds;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReadingTest {
  private static final PayloadSpec XML = spec("xml", null);

  private static String one(PayloadSpec spec, String xml) throws IOException {
    Payloads.Result result = read(spec, xml);
    assertThat(result.bad()).extracting(Throwable::getMessage).isEmpty();
    assertThat(result.texts()).hasSize(1);
    return result.texts().getFirst();
  }

  private static String fields(String types, String xml) throws IOException {
    SchemaTree tree =
        Xsds.tree(
            schema(
                "<xs:element name='a'><xs:complexType><xs:sequence>"
                    + types
                    + "</xs:sequence></xs:complexType></xs:element>"));
    return one(spec("xml", null, tree), "<a>" + xml + "</a>");
  }

  private static String element(String name, String type) {
    return "<xs:element name='" + name + "' type='xs:" + type + "' minOccurs='0'/>";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "<a>x</a> | \"x\"",
        "<a/> | \"\"",
        "<a>  x\ty </a> | \"  x\\ty \"",
        "<a><![CDATA[<b>]]>&amp;&#x4e2d;<!-- no -->!<?no?></a> | \"<b>&中!\"",
        "<a b='1'/> | {\"@b\":\"1\"}",
        "<a b='1'>x</a> | {\"@b\":\"1\",\"#text\":\"x\"}",
        "<a><b>1</b><c/></a> | {\"b\":\"1\",\"c\":\"\"}",
        "<a><b>1</b><c/><b>2</b></a> | {\"b\":[\"1\",\"2\"],\"c\":\"\"}",
        "<a>in <b>be</b> tween</a> | {\"b\":\"be\",\"#text\":\"in  tween\"}",
        "<a> <b/> </a> | {\"b\":\"\"}",
        "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='u v'><b i:nil='1'>x</b></a>"
            + " | {\"b\":null}"
      })
  void withoutASchemaElementsAreWhatTheyHave(String xml, String json) throws IOException {
    assertThat(one(XML, xml.strip())).isEqualTo(json.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "string | ' x ' | \" x \"",
        "token | '' | \"\"",
        "integer | '7' | 7",
        "integer | ' +007 ' | 7",
        "integer | '18446744073709551617' | 18446744073709551617",
        "integer | '' | ",
        "integer | ' ' | ",
        "decimal | '0.10' | 0.10",
        "decimal | '-.5' | -0.5",
        "decimal | '5.' | 5",
        "double | '1E+2' | 1E+2",
        "boolean | 'true' | true",
        "boolean | '1' | true",
        "boolean | ' 0 ' | false",
        "date | ' 2024-02-29 ' | \"2024-02-29\"",
        "date | '2024-02-29+08:00' | \"2024-02-29+08:00\"",
        "dateTime | '2024-02-29T10:00:00.5Z' | \"2024-02-29T10:00:00.5Z\"",
        "time | '10:00:00' | \"10:00:00\"",
        "hexBinary | '00FF' | \"AP8=\"",
        "base64Binary | 'AP 8=' | \"AP8=\""
      })
  void textsAreOfTheTypesOfTheirSchema(String type, String text, String json) throws IOException {
    String plain = text.substring(1, text.length() - 1);
    String wanted = json == null ? "{}" : "{\"f\":" + json + "}";

    assertThat(fields(element("f", type), "<f>" + plain + "</f>")).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "integer, 12a",
    "decimal, INF",
    "boolean, yes",
    "date, 2023-02-29",
    "date, 29.02.2024",
    "dateTime, 2024-02-29 10:00",
    "time, 10",
    "base64Binary, *",
    "hexBinary, 0"
  })
  void aTextOfAnotherTypeIsKeptWithItsPlaceForWhatReadsIt(String type, String text)
      throws IOException {
    SchemaTree tree = Xsds.tree(schema("<xs:element name='f' type='xs:" + type + "'/>"));
    Payloads.Result result = read(spec("xml", null, tree), "\n <f>" + text + "</f>");

    assertThat(result.values()).containsExactly(text);
    assertThat(result.records().getFirst().misfits())
        .containsExactly(new RecordReader.Misfit(text, "line 2, column " + (5 + text.length())));
  }

  @Test
  void whatRepeatsIsAListEvenOnce() throws IOException {
    String many = "<xs:element name='b' type='xs:int' minOccurs='0' maxOccurs='3'/>";

    assertThat(fields(many + element("c", "string"), "<b>1</b><c>x</c>"))
        .isEqualTo("{\"b\":[1],\"c\":\"x\"}");
    assertThat(fields(many, "")).isEqualTo("{}");
  }

  @Test
  void nilIsNullWhateverTheTypeAndEmptyTextIsAbsentUnlessItIsAString() throws IOException {
    String both =
        "<xs:element name='n' type='xs:int' nillable='true'/>"
            + "<xs:element name='s' type='xs:string' nillable='true'/>";
    String nil = "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'";

    assertThat(fields(both, "<n " + nil + "/><s " + nil + "/>"))
        .isEqualTo("{\"n\":null,\"s\":null}");
    assertThat(fields(both, "<n/><s></s>")).isEqualTo("{\"s\":\"\"}");
  }

  @Test
  void textWithAttributesIsItsTextField() throws IOException {
    SchemaTree tree =
        Xsds.tree(
            schema(
                "<xs:element name='a'><xs:complexType><xs:simpleContent>"
                    + "<xs:extension base='xs:decimal'><xs:attribute name='cur'/>"
                    + "<xs:attribute name='n' type='xs:int'/></xs:extension>"
                    + "</xs:simpleContent></xs:complexType></xs:element>"));
    PayloadSpec spec = spec("xml", null, tree);

    assertThat(one(spec, "<a n='02' cur='EUR'> 1.50 </a>"))
        .isEqualTo("{\"@n\":2,\"@cur\":\"EUR\",\"#text\":1.50}");
    assertThat(one(spec, "<a>1</a>")).isEqualTo("{\"#text\":1}");
    assertThat(one(spec, "<a n=''/>")).isEqualTo("{}");
  }

  @Test
  void mixedTextIsJoined() throws IOException {
    SchemaTree tree =
        Xsds.tree(
            schema(
                "<xs:element name='p'><xs:complexType mixed='true'><xs:sequence>"
                    + "<xs:element name='b' type='xs:string' maxOccurs='unbounded'/>"
                    + "</xs:sequence></xs:complexType></xs:element>"));

    assertThat(one(spec("xml", null, tree), "<p>a <b>B</b>\n c<b/> </p>"))
        .isEqualTo("{\"b\":[\"B\",\"\"],\"#text\":\"a \\n c \"}");
  }

  @Test
  void namesAreLocalWhereThatIsEnoughAndHaveThePrefixOfTheOptionsWhereNot() throws IOException {
    String xml =
        "<x:a xmlns:x='urn:x' xmlns='urn:y'><x:id>1</x:id><id>2</id><x:b x:k='3' k='4'/>"
            + "<c><id>5</id></c></x:a>";

    assertThat(one(spec("xml", "{\"namespaces\":{\"p\":\"urn:x\",\"q\":\"urn:y\"}}"), xml))
        .isEqualTo(
            "{\"p:id\":\"1\",\"q:id\":\"2\",\"b\":{\"@p:k\":\"3\",\"@k\":\"4\"},"
                + "\"c\":{\"id\":\"5\"}}");
    assertThat(one(XML, xml)).startsWith("{\"x:id\":\"1\",\"ns2:id\":\"2\"");
    // Once a name has turned out ambiguous it is so at its place throughout the document.
    assertThat(
            one(
                spec("xml", "{\"namespaces\":{\"p\":\"urn:x\"}}"),
                "<r xmlns:x='urn:x'><i><x:id>1</x:id></i><i><id>2</id><x:id>3</x:id></i></r>"))
        .isEqualTo("{\"i\":[{\"p:id\":\"1\"},{\"id\":\"2\",\"p:id\":\"3\"}]}");
  }

  @Test
  void theSchemaSaysWhatIsAmbiguous() throws IOException {
    String xsd =
        qualified(
            "<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='id' type='xs:int'/>"
                + "<xs:element name='id' form='unqualified' type='xs:string'/>"
                + "<xs:element name='no' type='xs:int'/></xs:sequence></xs:complexType>"
                + "</xs:element>");
    var options = json("{\"namespaces\":{\"p\":\"urn:o\"}}");
    PayloadSpec spec = new PayloadSpec("order", "xml", options, Xsds.tree(xsd, options));

    assertThat(one(spec, "<a xmlns='urn:o'><id>1</id><id xmlns=''>2</id><no>3</no></a>"))
        .isEqualTo("{\"p:id\":1,\"id\":\"2\",\"no\":3}");
  }

  @Test
  void aDocumentThatForgetsItsNamespaceIsReadAllTheSame() throws IOException {
    SchemaTree tree =
        Xsds.tree(
            qualified(
                "<xs:element name='a'><xs:complexType><xs:sequence>"
                    + "<xs:element name='n' type='xs:int'/>"
                    + "</xs:sequence><xs:attribute name='k' type='xs:int'/></xs:complexType>"
                    + "</xs:element>"));

    for (String xml :
        new String[] {
          "<a k='1'><n>2</n></a>",
          "<a xmlns='urn:other' k='1'><n>2</n></a>",
          "<o:a xmlns:o='urn:o' k='1'><n>2</n></o:a>"
        }) {
      assertThat(one(spec("xml", null, tree), xml)).isEqualTo("{\"@k\":1,\"n\":2}");
    }
  }

  @Test
  void whatTheSchemaDoesNotListIsReadWithoutItsTypes() throws IOException {
    assertThat(fields(element("n", "int"), "<n>1</n><x><y z='1'>2</y></x>"))
        .isEqualTo("{\"n\":1,\"x\":{\"y\":{\"@z\":\"1\",\"#text\":\"2\"}}}");
    // Twice where it may stand once: a list, for whatever reads it to refuse.
    assertThat(fields(element("n", "int"), "<n>1</n><n>2</n>")).isEqualTo("{\"n\":[1,2]}");
  }

  @Test
  void anotherRootElementIsAWarning() throws IOException {
    SchemaTree tree = Xsds.tree(schema("<xs:element name='order' type='xs:string'/>"));
    Payloads.Result result = read(spec("xml", null, tree), "<!-- c -->\n<bill>x</bill>");

    assertThat(result.values()).containsExactly("x");
    assertThat(result.lines()).containsExactly(2L);
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("line 2, column 1", "bill", "order")
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, true",
    "UTF-8, UTF-8, false",
    "UTF-16, UTF-16, true",
    "UTF-16LE, UTF-16, false",
    "GB18030, GB18030, true",
    "ISO-8859-1, ISO-8859-1, true",
    "windows-1252, windows-1252, true"
  })
  void theDeclaredEncodingIsRead(String bytes, String declared, boolean declare)
      throws IOException {
    String text = bytes.startsWith("ISO") || bytes.startsWith("w") ? "é" : "é中";
    String head = declare ? "<?xml version='1.0' encoding='" + declared + "'?>\n" : "";
    byte[] input = (head + "<a>" + text + "</a>").getBytes(Charset.forName(bytes));

    assertThat(read(XML, input).values()).containsExactly(text);
  }

  @Test
  void aMarkDecidesTheEncodingOverTheDeclarationAndTheOptionOverNone() throws IOException {
    String declared = "\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><a>中</a>";

    assertThat(read(XML, declared).values()).containsExactly("中");
    assertThat(
            read(
                    spec("xml", "{\"encoding\":\"GB18030\"}"),
                    "<a>中</a>".getBytes(Charset.forName("GB18030")))
                .values())
        .containsExactly("中");
    assertThat(
            read(
                    spec("xml", "{\"encoding\":\"GB18030\"}"),
                    "<?xml version='1.0' encoding='UTF-8'?><a>中</a>")
                .values())
        .containsExactly("中");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a><b></a> | bad-xml | line 1, column 9 | </a> stands where </b> was expected",
        "<a>~<b> | cut-off | line 2, column 3 | cut off",
        "<a | cut-off | line 1, column 2 | cut off",
        "<a/><b/> | bad-xml | line 1, column 6 | a second root element stands there; leave one",
        "<a>&x;</a> | bad-xml | line 1, column 6 | the entity &x; is not known",
        "<a b='1' b='2'/> | bad-xml | line 1, column 16 | the attribute b stands twice",
        "<a>~ <x:b/></a> | bad-xml | line 2, column 7 | prefix",
        "{\"a\":1} | bad-xml | line 1, column 1 | “{” stands where the document should begin",
        "<a>\u0001</a> | bad-xml | line 1, column 4 | character",
        "<?xml version='1.0' encoding='nope'?><a/> | bad-encoding | line 1, column 31 | “nope”",
        "<?xml version='1.0' encoding='UTF-16'?><a/> | bad-encoding | line 1, column 31 | UTF-16",
        "~<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a> | doctype | line 2, column 1 | DOCTYPE"
      })
  void whatIsMalformedIsOneBadRecordWithItsPlace(String xml, String code, String place, String said)
      throws IOException {
    Payloads.Result result = read(XML, xml.replace('~', '\n'));

    assertThat(result.records()).isEmpty();
    assertThat(result.bad())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.getMessage()).contains(place, said).endsWith(".").doesNotContain("\n");
              assertThat(e.last()).isTrue();
            });
  }

  @Test
  void bytesOfAnotherEncodingAreNamedWithTheirPlace() throws IOException {
    byte[] latin = "<a>\n <b>caf\u00e9</b></a>".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(read(XML, latin).bad())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo("bad-encoding");
              assertThat(e.getMessage())
                  .isEqualTo(
                      "In what stands at line 2, column 5 the byte E9 is not UTF-8; save the"
                          + " document in the encoding that it declares.");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t "})
  void anEmptyInputIsNoDocument(String input) {
    assertThatThrownBy(() -> read(XML, input))
        .isInstanceOf(IOException.class)
        .hasMessage("The input of order is empty; an XML document was expected.");
  }

  @Test
  void aThousandLevelsAreReadAndNoMore() throws IOException {
    assertThat(read(XML, "<a>".repeat(1000) + "</a>".repeat(1000)).bad()).isEmpty();

    assertThat(read(XML, "<a>".repeat(1001) + "</a>".repeat(1001)).bad())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo("too-deep");
              assertThat(e.getMessage()).contains("line 1, column 3001", "1,000 levels");
            });
  }

  @Test
  void aMonstrousTextIsOneError() throws IOException {
    String text = "x".repeat(20_000_001);

    assertThat(read(XML, "<a>" + text + "</a>").bad())
        .singleElement()
        .satisfies(e -> assertThat(e.code()).isEqualTo("too-long"));
    assertThat(read(XML, "<a b='" + text + "'/>").bad())
        .singleElement()
        .satisfies(e -> assertThat(e.getMessage()).contains("line 1").endsWith("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"indent\":\"yes\"} | indent",
        "{\"encoding\":\"nope\"} | encoding",
        "{\"namespaces\":\"urn:x\"} | namespaces",
        "{\"namespaces\":{\"xmlx\":\"urn:x\"}} | namespaces",
        "{\"namespaces\":{\"a b\":\"urn:x\"}} | namespaces",
        "{\"namespaces\":{\"a\":\"\"}} | namespaces",
        "{\"records\":\"orders\"} | records",
        "{\"records\":\"/\"} | records",
        "{\"records\":\"/a//b\"} | records",
        "{\"validate\":true} | validate",
        "{\"validate\":1} | validate"
      })
  void aWrongOptionIsNamed(String options, String name) {
    assertThatThrownBy(() -> read(spec("xml", options), "<a/>"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("The option " + name + " of order")
        .message()
        .endsWith(".");
  }
}
