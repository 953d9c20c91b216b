package fieldloom.schema;

import static fieldloom.schema.Schemas.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.SchemaTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTextTest {

  private static SchemaTree order() throws SchemaException {
    return read(
        """
        {'type':'object','properties':{'a b':{'type':'string','title':'Tab\\there\\nand line',
           'maxLength':3,'description':'doc','enum':['x','y']},
         'lines':{'type':'array','title':'Lines','items':{'title':'Line','type':'object',
           'properties':{'qty':{'type':'integer','minimum':0}}}}}}
        """);
  }

  @Test
  void aRowIsALineWhateverTheTitle() throws SchemaException {
    assertThat(SchemaText.tsv(order()))
        .isEqualTo(
            """
            `a b`\tstring\t0..1\tTab here and line\tmaxLength=3; enum=x|y
            lines[]\tobject\t0..n\tLines\t
            lines[].qty\tinteger\t0..1\t\tminimum=0
            """);
  }

  @Test
  void jsonSaysTheSameAndTheDocumentation() throws SchemaException {
    assertThat(SchemaText.json(order()))
        .isEqualTo(
            """
            [
              {
                "path": "`a b`",
                "type": "string",
                "cardinality": "0..1",
                "title": "Tab\\there\\nand line",
                "documentation": "doc",
                "facets": {
                  "maxLength": 3,
                  "enum": [
                    "x",
                    "y"
                  ]
                }
              },
              {
                "path": "lines[]",
                "type": "object",
                "cardinality": "0..n",
                "title": "Lines",
                "facets": {}
              },
              {
                "path": "lines[].qty",
                "type": "integer",
                "cardinality": "0..1",
                "title": "",
                "facets": {
                  "minimum": 0
                }
              }
            ]
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines", "lines[]"})
  void aPartIsPrintedFromItsRoot(String path) throws SchemaException {
    assertThat(SchemaText.tsv(SchemaText.under(order(), path)))
        .isEqualTo("qty\tinteger\t0..1\t\tminimum=0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "lines[].none", "a b"})
  void aPartThatIsNotThereIsOneSentence(String path) {
    assertThatThrownBy(() -> SchemaText.under(order(), path))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(path);
  }

  @Test
  void aSchemaWithoutEndIsCutAndSaysSo() throws SchemaException {
    StringBuilder schema =
        new StringBuilder("{'type':'object','properties':{'t0':{'$ref':'#/$defs/t0'}},'$defs':{");
    for (int i = 0; i < 12; i++) {
      schema
          .append(i == 0 ? "" : ",")
          .append("'t")
          .append(i)
          .append("':{'type':'object','properties':{");
      for (int j = 0; j < 12; j++) {
        schema
            .append(j == 0 ? "" : ",")
            .append("'t")
            .append(j)
            .append("':{'$ref':'#/$defs/t")
            .append(j)
            .append("'}");
      }
      schema.append("}}");
    }
    String tsv = SchemaText.tsv(read(schema.append("}}").toString()));

    assertThat(tsv.lines().count()).isBetween(10_000L, (long) SchemaRows.MAX_ROWS);
    assertThat(tsv)
        .endsWith("…\tany\t0..1\tmore than can be shown at once; name one of them as the root\t\n");
  }

  @Test
  void moreThanAHundredThousandFieldsAreCutAndSaySo() throws SchemaException {
    StringBuilder fields = new StringBuilder("'f0':{'type':'string'}");
    for (int i = 1; i < 60_000; i++) {
      fields.append(",'f").append(i).append("':{'type':'string'}");
    }
    String tsv =
        SchemaText.tsv(
            read(
                "{'type':'object','properties':{'a':{'$ref':'#/$defs/x'},'b':{'$ref':'#/$defs/x'}},"
                    + "'$defs':{'x':{'type':'object','properties':{"
                    + fields
                    + "}}}}"));

    assertThat(tsv.lines().count()).isEqualTo(SchemaRows.MAX_ROWS + 1L);
    assertThat(tsv)
        .endsWith("…\tany\t0..1\tmore than 100000 fields; name one of them as the root\t\n");
  }

  private static String chain(int levels, int beside) {
    StringBuilder xsd = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      xsd.append("<xs:complexType name='t" + i + "'><xs:sequence>");
      for (int j = 0; j < beside; j++) {
        xsd.append("<xs:element name='beside" + j + "' type='xs:int'/>");
      }
      xsd.append("<xs:element name='below" + i + "' type='");
      xsd.append(i == levels - 1 ? "xs:string" : "t" + (i + 1)).append("'/>");
      xsd.append("</xs:sequence></xs:complexType>");
    }
    return Xsds.schema("<xs:element name='r' type='t0'/>" + xsd);
  }

  @Test
  void tenThousandTypesWithinEachOtherAreCutAndSaySo() {
    String tsv = SchemaText.tsv(Xsds.tree(chain(10_000, 0)));

    assertThat(tsv.lines().count()).isEqualTo(502);
    assertThat(tsv)
        .endsWith("below500.…\tany\t0..1\tmore than 500 levels; name this field as the root\t\n");
  }

  /** A hundred thousand such paths would be half a gigabyte of them. */
  @Test
  void pathsThatAreLongAreCutBeforeTheyFillTheMemory() {
    String tsv = SchemaText.tsv(Xsds.tree(chain(450, 200)));

    assertThat(tsv.length()).isBetween(10_000_000, 20_000_000);
    assertThat(tsv)
        .endsWith("…\tany\t0..1\tmore than can be shown at once; name one of them as the root\t\n");
  }
}
