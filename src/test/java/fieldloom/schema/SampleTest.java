package fieldloom.schema;

import static fieldloom.schema.Schemas.at;
import static fieldloom.schema.Schemas.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaTree;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

  @Test
  void theRecordsOfAnArrayAreMerged() throws SchemaException {
    SchemaTree tree =
        sample(
            "orders.json",
            """
            [{'no':'007','n':1,'lines':[{'qty':2},{'qty':2.5,'note':null}],'x':1},
             {'no':'008','n':2,'lines':[],'x':'a','c':{'city':'华东'},'none':null}]
            """);

    assertThat(tree.root().name()).isEqualTo("orders");
    assertThat(SchemaText.tsv(tree))
        .isEqualTo(
            """
            no\tstring\t1\t\t
            n\tinteger\t1\t\t
            lines[]\tobject\t1..n\t\t
            lines[].qty\tdecimal\t1\t\t
            lines[].note\tany\t0..1\t\tnullable
            x\tany\t1\t\tnullable
            c\tobject\t0..1\t\t
            c.city\tstring\t1\t\t
            none\tany\t0..1\t\tnullable
            """);
    assertThat(tree.root().open()).isTrue();
    assertThat(at(tree, "lines[]").open()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, DATE",
    "2023-02-29, STRING",
    "2024-2-9, STRING",
    "20240229, STRING",
    "10:15:00, TIME",
    "10:15:00.123+08:00, TIME",
    "25:00:00, STRING",
    "10:15, STRING",
    "2024-01-02T03:04:05, DATETIME",
    "2024-01-02T03:04:05Z, DATETIME",
    "2024-01-02T03:04:05.999+08:00, DATETIME",
    "2024-01-02T24:04:05Z, STRING",
    "2024-01-02 03:04:05, STRING",
    "2024-01-02T03:04:05+99:00, STRING",
    "12345678901234567890, STRING",
    "'', STRING",
    "1E5, STRING"
  })
  void datesAreToldFromOtherTexts(String text, FieldType type) throws SchemaException {
    assertThat(at(sample("a.json", "{'f':'" + text + "'}"), "f").type()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1|2.5|DECIMAL|false",
        "1|null|INTEGER|true",
        "null|null|ANY|true",
        "'a'|1|ANY|true",
        "true|1|ANY|true",
        "'2024-01-01'|'soon'|STRING|false",
        "'2024-01-01'|'2024-01-01T00:00:00Z'|STRING|false",
        "'2024-01-01'|null|DATE|true",
        "{}|[]|ANY|true",
        "{}|1|ANY|true",
        "1e2|3|DECIMAL|false",
        "123456789012345678901234567890|1|INTEGER|false"
      })
  void valuesThatDifferGiveAWiderType(String a, String b, FieldType type, boolean nullable)
      throws SchemaException {
    SchemaTree tree = sample("a.json", "[{'f':" + a + "},{'f':" + b + "}]");

    assertThat(at(tree, "f").type()).isEqualTo(type);
    assertThat(at(tree, "f").nullable()).isEqualTo(nullable);
  }

  @Test
  void linesOfNdjsonAreMerged() throws SchemaException {
    SchemaTree tree = sample("a.txt", "\n{'a':1,'b':'x'}\r\n\r\n{'a':2.5}\n");

    assertThat(SchemaText.tsv(tree)).isEqualTo("a\tdecimal\t1\t\t\nb\tstring\t0..1\t\t\n");
  }

  @Test
  void aWrongLineOfNdjsonIsNamed() {
    assertThatThrownBy(() -> sample("a.ndjson", "{'a':1}\n\n{'a':}\n"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("a.ndjson")
        .hasMessageContaining("line 3, column 6");
  }

  @Test
  void aSampleWhoseFieldsAreNamedLikeKeywordsIsASample() throws SchemaException {
    SchemaTree tree = sample("a.json", "{'type':'Feature','properties':{'a':1},'x':1}");

    assertThat(at(tree, "properties.a").type()).isEqualTo(FieldType.INTEGER);
    assertThat(at(sample("b.json", "{'title':'x','description':'y'}"), "title").type())
        .isEqualTo(FieldType.STRING);
    assertThat(at(sample("c.json", "{'type':'invoice','items':[{'a':1}]}"), "items[].a").type())
        .isEqualTo(FieldType.INTEGER);
  }

  @Test
  void aCsvSampleHasAnOptionalTextAColumn() throws SchemaException {
    SchemaTree tree = sample("sample.csv", "\uFEFFcode,'unit, price',数量\r\n007,1.5,3\r\n");

    assertThat(SchemaText.tsv(tree))
        .isEqualTo(
            "code\tstring\t0..1\t\t\n`unit, price`\tstring\t0..1\t\t\n数量\tstring\t0..1\t\t\n");
    assertThat(tree.root().open()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = ' ',
      value = {
        "a;b,x;c a¦b,x¦c",
        "a|b;c|d|e a¦b;c¦d¦e",
        "~a\tb\tc,d~ a¦b¦c,d",
        "'a;b',c a;b¦c",
        "a a"
      })
  void theDelimiterOfACsvIsFoundOut(String header, String names) throws SchemaException {
    SchemaTree tree = sample("a.csv", header + "\n1\n");

    assertThat(tree.root().children())
        .extracting("name")
        .containsExactly((Object[]) names.split("¦"));
  }

  @Test
  void doubledColumnsAreRenamed() throws SchemaException {
    SchemaTree tree = sample("a.csv", "a,a,a_2\n");

    assertThat(tree.root().children()).extracting("name").containsExactly("a", "a_3", "a_2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.xsd|<?xml version=\"1.0\"?><x/>|no XML Schema: its root element is x",
        "a.json|''|is empty",
        "a.json|'  '|is empty",
        "a.json|{\"a\":1|line 1, column 7",
        "a.json|{\"a\":1} x|no JSON at line 1"
      })
  void whatIsNotReadIsOneSentence(String file, String content, String what) {
    assertThatThrownBy(() -> SchemaReaders.read(file, content.getBytes(UTF_8), null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(file)
        .hasMessageContaining(what)
        .message()
        .endsWith(".");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, (byte) 0xFF};
    byte[] gbk = "{\"名\":1}".getBytes(Charset.forName("GBK"));

    assertThatThrownBy(() -> SchemaReaders.read("a.xlsx", zip, null))
        .hasMessageContaining("The workbook of the sample a.xlsx is cut off");
    assertThatThrownBy(() -> SchemaReaders.read("a.bin", new byte[] {1, 0, 2}, null))
        .hasMessageContaining("neither a schema nor a sample");
    assertThatThrownBy(() -> SchemaReaders.read("a.json", gbk, "json"))
        .hasMessageContaining("In the file a.json, at line 1, column 3 the byte C3 is not UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void aByteOrderMarkDecidesTheEncoding(String encoding) throws SchemaException {
    byte[] content = "\uFEFF{\"名\":1}".getBytes(Charset.forName(encoding));

    assertThat(at(SchemaReaders.read("a.json", content, null), "名").type())
        .isEqualTo(FieldType.INTEGER);
  }

  @Test
  void theFormatGivenGoesBeforeTheContent() throws SchemaException {
    byte[] schema = "{\"type\":\"object\",\"properties\":{\"a\":{}}}".getBytes(UTF_8);

    assertThat(at(SchemaReaders.read("a.json", schema, "json"), "properties.a").type())
        .isEqualTo(FieldType.OBJECT);
    assertThatThrownBy(() -> SchemaReaders.read("a.json", schema, "wsdl"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("“wsdl”")
        .hasMessageContaining("csv, ")
        .hasMessageContaining("json, json-schema, ndjson, openapi, ")
        .hasMessageContaining("xlsx, xml, xsd");
  }
}
