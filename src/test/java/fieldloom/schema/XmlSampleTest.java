package fieldloom.schema;

import static fieldloom.schema.Schemas.at;
import static fieldloom.schema.Schemas.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaTree;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlSampleTest {

  private static String rows(SchemaTree tree) {
    StringBuilder rows = new StringBuilder();
    for (String line : SchemaText.tsv(tree).split("\n")) {
      String[] cells = line.split("\t", -1);
      rows.append(cells[0]).append(' ').append(cells[1]).append(' ').append(cells[2]).append('\n');
    }
    return rows.toString();
  }

  @Test
  void whatElementsOfOnePlaceHaveIsMerged() throws SchemaException {
    String xml =
        "<order id='1'><!-- c --><no>A1</no><line k='1'><qty>1</qty><note/></line>"
            + "<line><qty>2.5</qty><tax>x</tax></line><memo lang='en'>hi</memo></order>";

    assertThat(rows(sample("o.xml", xml)))
        .isEqualTo(
            "@id integer 1\nno string 1\nline[] object 1..n\nline[].@k integer 0..1\n"
                + "line[].qty decimal 1\nline[].note string 0..1\nline[].tax string 0..1\n"
                + "memo object 1\nmemo.@lang string 1\nmemo.#text string 1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "12, integer",
    "-3, integer",
    "007, string",
    "1.50, decimal",
    ".5, string",
    "1e3, string",
    "true, boolean",
    "1, integer",
    "2024-02-29, date",
    "2023-02-29, string",
    "10:00:00, time",
    "2024-02-29T10:00:00Z, datetime",
    "' 12', string",
    "'', string",
    "x, string"
  })
  void typesAreRecognised(String text, String type) throws SchemaException {
    assertThat(at(sample("o.xml", "<a><b>" + text + "</b></a>"), "b").type().label())
        .isEqualTo(type);
  }

  @Test
  void anEmptyNumberMayBeAbsentAndNilIsNull() throws SchemaException {
    SchemaTree tree =
        sample(
            "o.xml",
            "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><b>1</b><b/>"
                + "<c i:nil='true'/><d>1<e/></d></a>");

    assertThat(at(tree, "b").type()).isEqualTo(FieldType.ARRAY);
    assertThat(at(tree, "b[]").type()).isEqualTo(FieldType.INTEGER);
    assertThat(at(tree, "c").nullable()).isTrue();
    assertThat(at(tree, "d.#text").type()).isEqualTo(FieldType.STRING);
  }

  @Test
  void namesHavePrefixesWhereTheyMust() throws SchemaException {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.putObject("namespaces").put("p", "urn:x");
    byte[] xml =
        "<a xmlns:x='urn:x' xmlns:y='urn:y'><x:b/><y:b/><b/><x:c/></a>"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    SchemaTree tree =
        SchemaReaders.read(new SchemaFile("a.xml", "a.xml", xml, options, null), null);

    assertThat(rows(tree)).isEqualTo("`p:b` string 1\n`y:b` string 1\nb string 1\nc string 1\n");
    assertThat(at(tree, "c").xml().namespace()).isEqualTo("urn:x");
  }

  @Test
  void theOptionRecordsNamesThePartThatIsARecord() throws SchemaException {
    ObjectNode options = JsonNodeFactory.instance.objectNode().put("records", "/as/a");
    byte[] xml = "<as><a><b>1</b></a><a/></as>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    SchemaFile file = new SchemaFile("a.xml", "a.xml", xml, options, null);

    assertThat(rows(SchemaReaders.read(file, null))).isEqualTo("b integer 0..1\n");
    options.put("records", "/as/x");
    assertThatThrownBy(() -> SchemaReaders.read(file, null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("\"/as/x\"");
    options.put("records", "/bs/a");
    assertThatThrownBy(() -> SchemaReaders.read(file, null))
        .hasMessageContaining("the root element is as");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "GB18030", "ISO-8859-1"})
  void theDeclaredEncodingIsRead(String encoding) throws SchemaException {
    byte[] xml =
        ("<?xml version='1.0' encoding='"
                + (encoding.equals("UTF-16LE") ? "UTF-16" : encoding)
                + "'?><é/>")
            .getBytes(Charset.forName(encoding));

    assertThat(SchemaReaders.read("a.xml", xml, null).root().name()).isEqualTo("é");
  }

  @Test
  void whatIsMalformedIsToldWithItsPlace() {
    assertThatThrownBy(() -> sample("a.xml", "<a>\n<b></a>"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "The sample a.xml cannot be read: at line 2, column 6 the XML is malformed: </a>"
                + " stands where </b> was expected; close each element in turn.");
  }
}
