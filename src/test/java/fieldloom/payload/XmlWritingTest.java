package fieldloom.payload;

import static fieldloom.payload.Payloads.json;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.writeText;
import static fieldloom.schema.Xsds.qualified;
import static fieldloom.schema.Xsds.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.Xsds;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlWritingTest {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static Object value(String text) throws FormatException {
    return JsonValues.parse(text.replace('\'', '"'));
  }

  private static PayloadSpec xsd(String xsd, @Nullable String options) {
    JsonNode given = options == null ? null : json(options.replace('\'', '"'));
    return new PayloadSpec("bill", "xml", given, Xsds.tree(xsd, given));
  }

  /** What is written of one record, without the declaration and the last line end. */
  private static String written(PayloadSpec spec, String record) throws IOException {
    String text = writeText(spec, List.of(value(record)), true);
    return text.replace(HEAD, "").strip();
  }

  private static String type(String content) {
    return "<xs:element name='a'><xs:complexType>" + content + "</xs:complexType></xs:element>";
  }

  private static String element(String name, String type, String more) {
    return "<xs:element name='" + name + "' type='xs:" + type + "' " + more + "/>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x' | <order>x</order>",
        "{} | <order/>",
        "{'b':{'c':'1','@d':true,'#text':'t'}} | <order><b d=\"true\">t<c>1</c></b></order>",
        "{'b':[1,null,2.50],'@e':'<\\\"&>'} | <order e=\"&lt;&quot;&amp;>\"><b>1</b><b>2.50</b></order>",
        "{'b':'<&]]>','c':null,'d':[]} | <order><b>&lt;&amp;]]&gt;</b></order>"
      })
  void withoutASchemaElementsStandAsInTheRecord(String record, String xml) throws IOException {
    assertThat(written(spec("xml", null), record.strip())).isEqualTo(xml.strip());
  }

  @Test
  void elementsStandInSchemaOrderAttributesFirstWhateverTheRecordsOrder() throws IOException {
    String xsd =
        schema(
            type(
                "<xs:sequence>"
                    + element("x", "string", "minOccurs='0'")
                    + element("y", "int", "maxOccurs='unbounded'")
                    + element("z", "string", "minOccurs='0'")
                    + "</xs:sequence><xs:attribute name='k'/><xs:attribute name='b'/>"));

    assertThat(written(xsd(xsd, null), "{'z':'3','y':[1,2],'@b':'B','x':'0','@k':'K'}"))
        .isEqualTo("<a k=\"K\" b=\"B\"><x>0</x><y>1</y><y>2</y><z>3</z></a>");
  }

  @Test
  void namespacesAreThoseOfTheSchemaWithThePrefixesOfTheOptions() throws IOException {
    String body =
        type(
            "<xs:sequence>"
                + element("n", "int", "")
                + "</xs:sequence><xs:attribute name='k' form='qualified'/>");
    String record = "{'n':1,'@k':'K'}";

    // All elements are in one namespace, which needs no prefix then.
    assertThat(written(xsd(qualified(body), null), "{'n':1}"))
        .isEqualTo("<a xmlns=\"urn:o\"><n>1</n></a>");
    // An attribute in a namespace needs a prefix all the same: the author's.
    assertThat(written(xsd(qualified(body), null), record))
        .isEqualTo("<a xmlns=\"urn:o\" xmlns:o=\"urn:o\" o:k=\"K\"><n>1</n></a>");
    assertThat(written(xsd(qualified(body), "{'namespaces':{'p':'urn:o'}}"), record))
        .isEqualTo("<p:a xmlns:p=\"urn:o\" p:k=\"K\"><p:n>1</p:n></p:a>");
    // Local elements in no namespace: the root has a prefix.
    String local = qualified(body).replace("elementFormDefault='qualified'", "");
    assertThat(written(xsd(local, null), "{'n':1}"))
        .isEqualTo("<o:a xmlns:o=\"urn:o\"><n>1</n></o:a>");
    assertThat(written(xsd(local, "{'namespaces':{'':'urn:o'}}"), "{'n':1}"))
        .isEqualTo("<a xmlns=\"urn:o\"><n xmlns=\"\">1</n></a>");
  }

  @Test
  void prefixesThatNobodyGaveAreMade() throws IOException {
    String xsd =
        "<schema xmlns='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:o' xmlns:o='urn:o'>"
            + "<element name='a'><complexType><sequence><element name='n' type='int'/></sequence>"
            + "</complexType></element></schema>";

    assertThat(written(xsd(xsd.replace("xmlns:o='urn:o'", ""), null), "{'n':1}"))
        .isEqualTo("<ns1:a xmlns:ns1=\"urn:o\"><n>1</n></ns1:a>");
  }

  @Test
  void nullIsNilWhereTheSchemaAllowsItElseNothing() throws IOException {
    String xsd =
        schema(
            type(
                "<xs:sequence>"
                    + element("n", "int", "nillable='true' maxOccurs='3'")
                    + element("m", "int", "minOccurs='0'")
                    + "</xs:sequence><xs:attribute name='k'/>"));

    assertThat(written(xsd(xsd, null), "{'n':[null,1],'m':null,'@k':null}"))
        .isEqualTo(
            "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><n xsi:nil=\"true\"/>"
                + "<n>1</n></a>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "decimal | 1E+2 | 100",
        "decimal | 19.90 | 19.90",
        "double | 1E+2 | 1E+2",
        "dateTime | '2024-02-29T10:00Z' | 2024-02-29T10:00:00Z",
        "dateTime | '2024-02-29 10:00:01' | 2024-02-29T10:00:01",
        "dateTime | '2024-02-29' | 2024-02-29T00:00:00",
        "dateTime | '2024-02-29T10:00:00.120+0800' | 2024-02-29T10:00:00.120+08:00",
        "time | '10:00' | 10:00:00",
        "date | '2024-02-29' | 2024-02-29",
        "hexBinary | 'AP8=' | 00FF",
        "base64Binary | 'AP8=' | AP8=",
        "boolean | true | true"
      })
  void valuesAreWrittenAsXmlSchemaWritesThem(String type, String value, String text)
      throws IOException {
    assertThat(written(xsd(schema(element("a", type.strip(), "")), null), value.strip()))
        .isEqualTo("<a>" + text + "</a>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'x':'1'} | a has no y, which its schema requires.",
        "{'y':[1,2,3]} | a has 3 y where its schema allows 2.",
        "{'y':1,'q':2} | a has q, which its schema does not list.",
        "{'y':1,'@q':2} | a has @q, which its schema does not list.",
        "{'y':{'z':1}} | a.y has parts, but its schema gives it none.",
        "'x' | a is a value without parts, but its schema gives it some.",
        "{'y':'\\u0001'} | a.y has the character U+0001, which XML cannot hold; replace it.",
        "{'y':1,'d':'29.2.2024'} | a.d is no date: “29.2.2024”.",
        "null | its element is null, and must have a value."
      })
  void whatItsSchemaForbidsIsNotWritten(String record, String reason) {
    String xsd =
        schema(
            type(
                "<xs:sequence>"
                    + element("x", "string", "minOccurs='0'")
                    + element("y", "string", "maxOccurs='2'")
                    + element("d", "date", "minOccurs='0'")
                    + "</xs:sequence>"));

    assertThatThrownBy(() -> written(xsd(xsd, null), record.strip()))
        .isInstanceOf(UnwritableRecordException.class)
        .hasMessage("Record 1 of bill cannot be written as XML: " + reason.strip());
  }

  @Test
  void ofAChoiceOneIsWritten() throws IOException {
    PayloadSpec spec =
        xsd(
            schema(
                type(
                    "<xs:choice><xs:sequence>"
                        + element("x", "int", "")
                        + element("y", "int", "")
                        + "</xs:sequence><xs:sequence>"
                        + element("x", "int", "")
                        + element("z", "int", "")
                        + "</xs:sequence>"
                        + element("w", "int", "")
                        + "</xs:choice>")),
            null);

    assertThat(written(spec, "{'z':2,'x':1}")).isEqualTo("<a><x>1</x><z>2</z></a>");
    assertThat(written(spec, "{'w':3}")).isEqualTo("<a><w>3</w></a>");
    assertThatThrownBy(() -> written(spec, "{'w':3,'z':1,'x':2}"))
        .hasMessageContaining("w, which its schema does not allow beside the others");
    assertThatThrownBy(() -> written(spec, "{}"))
        .hasMessageContaining("has no one of x, y, x, z, w, which its schema requires");
  }

  @Test
  void groupsThatRepeatAreWrittenInRounds() throws IOException {
    PayloadSpec spec =
        xsd(
            schema(
                type(
                    "<xs:sequence maxOccurs='unbounded'>"
                        + element("k", "int", "")
                        + element("v", "int", "minOccurs='0' maxOccurs='2'")
                        + "</xs:sequence>")),
            null);

    assertThat(written(spec, "{'v':[7,8,9],'k':[1,2]}"))
        .isEqualTo("<a><k>1</k><v>7</v><v>8</v><k>2</k><v>9</v></a>");
  }

  @Test
  void anElementThatStandsTwiceIsDivided() throws IOException {
    PayloadSpec spec =
        xsd(
            schema(
                type(
                    "<xs:sequence>"
                        + element("k", "int", "maxOccurs='unbounded'")
                        + element("v", "int", "")
                        + element("k", "int", "")
                        + "</xs:sequence>")),
            null);

    assertThat(written(spec, "{'v':9,'k':[1,2,3]}"))
        .isEqualTo("<a><k>1</k><k>2</k><v>9</v><k>3</k></a>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UTF-8 | <a>é中😀</a>",
        "ISO-8859-1 | <a>é&#x4e2d;&#x1f600;</a>",
        "US-ASCII | <a>&#xe9;&#x4e2d;&#x1f600;</a>",
        "GBK | <a>é中&#x1f600;</a>",
        "GB18030 | <a>é中😀</a>",
        "UTF-16 | <a>é中😀</a>"
      })
  void theEncodingIsDeclaredAndHonoured(String encoding, String xml) throws IOException {
    PayloadSpec spec = spec("xml", "{\"root\":\"a\",\"encoding\":\"" + encoding + "\"}");
    byte[] bytes = Payloads.write(spec, List.of("é中😀"), true);

    assertThat(new String(bytes, Charset.forName(encoding)))
        .isEqualTo("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n" + xml.strip() + "\n");
    assertThat(Payloads.read(spec, bytes).values()).containsExactly("é中😀");
  }

  @Test
  void theDeclarationMayBeLeftOutOfWhatIsUnicode() throws IOException {
    assertThat(writeText(spec("xml", "{\"declaration\":false}"), List.of("x"), true))
        .isEqualTo("<order>x</order>\n");
    assertThatThrownBy(
            () ->
                writeText(
                    spec("xml", "{\"declaration\":false,\"encoding\":\"GBK\"}"),
                    List.of("x"),
                    true))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("declaration of order");
  }

  @Test
  void indentPutsElementsOnLinesButNoBlanksIntoTexts() throws IOException {
    assertThat(
            writeText(
                spec("xml", "{\"indent\":true}"),
                List.of(value("{'a':{'b':[1,2],'c':{}},'d':'x','e':{'#text':'t','f':1}}")),
                true))
        .isEqualTo(
            HEAD
                + """
                <order>
                  <a>
                    <b>1</b>
                    <b>2</b>
                    <c/>
                  </a>
                  <d>x</d>
                  <e>t<f>1</f></e>
                </order>
                """);
  }

  @Test
  void aSampleGivesATargetItsNamespaces() throws Exception {
    byte[] sample =
        "<o:a xmlns:o='urn:o' xmlns:q='urn:q' q:k='1'><q:n>1</q:n></o:a>"
            .getBytes(StandardCharsets.UTF_8);
    PayloadSpec spec =
        new PayloadSpec("bill", "xml", null, SchemaReaders.read("a.xml", sample, null));

    assertThat(written(spec, "{'n':2,'@k':3}"))
        .isEqualTo("<o:a xmlns:o=\"urn:o\" xmlns:q=\"urn:q\" q:k=\"3\"><q:n>2</q:n></o:a>");
  }
}
