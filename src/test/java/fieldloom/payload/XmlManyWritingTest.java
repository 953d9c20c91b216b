package fieldloom.payload;

import static fieldloom.payload.Payloads.json;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.writeText;
import static fieldloom.schema.Xsds.qualified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.schema.Xsds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many records in one document, none, and one that is very large. */
class XmlManyWritingTest {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static Object value(String text) throws FormatException {
    return JsonValues.parse(text.replace('\'', '"'));
  }

  private static String element(String name, String type, String more) {
    return "<xs:element name='" + name + "' type='xs:" + type + "' " + more + "/>";
  }

  @Test
  void manyRecordsStandWhereTheOptionSaysAndNotElsewhere() throws IOException {
    JsonNode options =
        json("{\"records\":\"/orders/o\",\"indent\":true,\"namespaces\":{\"p\":\"urn:p\"}}");
    PayloadSpec spec = new PayloadSpec("bill", "xml", options, SchemaTree.unknown("bill"));

    assertThat(writeText(spec, List.of(value("{'n':1}"), value("{'p:n':2}")), false))
        .isEqualTo(
            HEAD
                + """
                <orders>
                  <o>
                    <n>1</n>
                  </o>
                  <o xmlns:p="urn:p">
                    <p:n>2</p:n>
                  </o>
                </orders>
                """);
    assertThat(writeText(spec, List.of(), false)).isEqualTo(HEAD + "<orders>\n</orders>\n");
    assertThatThrownBy(() -> writeText(spec("xml", null), List.of(value("{}"), value("{}")), false))
        .isInstanceOf(UnwritableRecordException.class)
        .hasMessageContaining("Record 2 of order", "one root element", "option records");
  }

  @Test
  void aRecordThatCannotBeWrittenLeavesNoTrace() throws IOException {
    JsonNode options = json("{\"records\":\"/as/a\"}");
    String xsd =
        qualified(
            "<xs:element name='as'><xs:complexType><xs:sequence>"
                + "<xs:element name='a' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
                + element("x", "string", "nillable='true'")
                + element("y", "int", "")
                + "</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>"
                + "</xs:element>");
    PayloadSpec spec = new PayloadSpec("bill", "xml", options, Xsds.tree(xsd, options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> refused = new ArrayList<>();
    try (RecordWriter writer = PayloadFormats.of("xml").writer(out, spec, false)) {
      for (String record :
          new String[] {"{'x':null}", "{'x':'1','y':1}", "{'x':'2'}", "{'x':null,'y':3}"}) {
        try {
          writer.write(value(record));
        } catch (UnwritableRecordException e) {
          refused.add(e.getMessage());
        }
      }
      writer.finish();
    }

    assertThat(refused).hasSize(2).last().asString().contains("Record 3", "a has no y");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            HEAD
                + "<as xmlns=\"urn:o\"><a><x>1</x><y>1</y></a>"
                + "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<x xsi:nil=\"true\"/><y>3</y></a></as>\n");
  }

  @Test
  void aDocumentWithoutARecordIsNone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer = PayloadFormats.of("xml").writer(out, spec("xml", null), false)) {
      writer.finish();

      assertThat(writer.isComplete()).isFalse();
    }
    assertThat(out.size()).isZero();
  }

  @Test
  void aVeryLargeRecordIsHandedOnWhileItIsWritten() throws IOException {
    Obj record = new Obj();
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      items.add(new Obj().put("x", "y".repeat(10_000)));
    }
    record.put("i", items).put("p:z", "1");
    JsonNode options = json("{\"namespaces\":{\"p\":\"urn:p\"}}");
    PayloadSpec spec = new PayloadSpec("bill", "xml", options, SchemaTree.unknown("bill"));
    String text = writeText(spec, List.of(record), true);

    assertThat(text)
        .hasSizeGreaterThan(10_000_000)
        .endsWith("<p:z xmlns:p=\"urn:p\">1</p:z></bill>\n");
    assertThat(Payloads.read(spec, text).values())
        .containsExactly(new Obj().put("i", items).put("z", "1"));
  }
}
