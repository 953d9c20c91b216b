package fieldloom.schema;

import static fieldloom.schema.Schemas.at;
import static fieldloom.schema.Xsds.qualified;
import static fieldloom.schema.Xsds.schema;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XML Schemas, told by the rows that {@code fieldloom schema} prints of them. */
class XsdTest {

  private static String a(String content) {
    return "<xs:element name='a'><xs:complexType>" + content + "</xs:complexType></xs:element>";
  }

  private static String sequence(String content) {
    return a("<xs:sequence>" + content + "</xs:sequence>");
  }

  /** Path, type, cardinality and facets of each field, with blanks between them. */
  private static String rows(SchemaTree tree) {
    StringBuilder rows = new StringBuilder();
    for (String line : SchemaText.tsv(tree).split("\n")) {
      String[] cells = line.split("\t", -1);
      rows.append(cells[0]).append(' ').append(cells[1]).append(' ').append(cells[2]);
      rows.append(cells[4].isEmpty() ? "" : " " + cells[4]).append('\n');
    }
    return rows.toString();
  }

  private static String rows(String xsd) {
    return rows(Xsds.tree(xsd));
  }

  private static JsonNode option(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  @ParameterizedTest
  @CsvSource({
    "string, string",
    "token, string",
    "anyURI, string",
    "QName, string",
    "duration, string",
    "gYear, string",
    "anySimpleType, string",
    "NMTOKENS, string",
    "boolean, boolean",
    "decimal, decimal",
    "float, decimal",
    "double, decimal",
    "integer, integer",
    "date, date",
    "time, time",
    "dateTime, datetime",
    "hexBinary, binary",
    "base64Binary, binary",
    "anyType, any",
    "long, integer minimum=-9223372036854775808; maximum=9223372036854775807",
    "unsignedByte, integer minimum=0; maximum=255",
    "positiveInteger, integer minimum=1"
  })
  void builtInTypesAreTypesOfFields(String type, String shown) {
    String[] words = shown.split(" ", 2);

    assertThat(rows(schema(sequence("<xs:element name='f' type='xs:" + type + "'/>"))))
        .isEqualTo("f " + words[0] + " 1" + (words.length > 1 ? " " + words[1] : "") + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string | <xs:maxLength value='7'/> | string maxLength=7",
        "string | <xs:length value='7'/><xs:pattern value='A.*'/> | string maxLength=7; pattern=A.*",
        "string | <xs:pattern value='A'/><xs:pattern value='B'/> | string pattern=A/B",
        "token | <xs:enumeration value='x'/><xs:enumeration value='y'/> | string enum=x/y",
        "decimal | <xs:totalDigits value='9'/><xs:fractionDigits value='2'/> | decimal digits=9; scale=2",
        "decimal | <xs:minInclusive value='0'/><xs:maxExclusive value='10.5'/> | decimal minimum=0; maximum=10.5",
        "integer | <xs:minExclusive value='0'/><xs:maxExclusive value='10'/> | integer minimum=1; maximum=9",
        "int | <xs:maxInclusive value='9'/> | integer minimum=-2147483648; maximum=9",
        "double | <xs:maxInclusive value='INF'/> | decimal",
        "date | <xs:minInclusive value='2020-01-01'/> | date"
      })
  void facetsAreKept(String base, String facets, String shown) {
    String type =
        "<xs:simpleType><xs:restriction base='xs:%s'>%s</xs:restriction></xs:simpleType>"
            .formatted(base.strip(), facets.strip());
    String row = rows(schema(sequence("<xs:element name='f'>" + type + "</xs:element>")));
    String[] words = shown.strip().replace('/', '|').split(" ", 2);

    assertThat(row)
        .isEqualTo("f " + words[0] + " 1" + (words.length > 1 ? " " + words[1] : "") + "\n");
  }

  @Test
  void listsAreTextsAndUnionsWhatTheirMembersAre() {
    String types =
        "<xs:simpleType name='l'><xs:list itemType='xs:int'/></xs:simpleType>"
            + "<xs:simpleType name='n'><xs:union memberTypes='xs:int xs:decimal'/></xs:simpleType>"
            + "<xs:simpleType name='e'><xs:union><xs:simpleType><xs:restriction base='xs:string'>"
            + "<xs:enumeration value='x'/></xs:restriction></xs:simpleType><xs:simpleType>"
            + "<xs:restriction base='xs:string'><xs:enumeration value='y'/></xs:restriction>"
            + "</xs:simpleType></xs:union></xs:simpleType>"
            + "<xs:simpleType name='d'><xs:union memberTypes='xs:date xs:gYear'/></xs:simpleType>";

    assertThat(
            rows(
                schema(
                    types
                        + sequence(
                            "<xs:element name='l' type='l'/><xs:element name='n' type='n'/>"
                                + "<xs:element name='e' type='e'/><xs:element name='d' type='d'/>"))))
        .isEqualTo("l string 1\nn decimal 1\ne string 1 enum=x|y\nd string 1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<xs:sequence>XY</xs:sequence> | x string 1, y string 1",
        "<xs:sequence minOccurs='0'>XY</xs:sequence> | x string 0..1, y string 0..1",
        "<xs:sequence maxOccurs='2'>XY</xs:sequence> | x[] string 1..n, y[] string 1..n",
        "<xs:sequence>XYX</xs:sequence> | x[] string 1..n, y string 1",
        "<xs:all>XY</xs:all> | x string 1, y string 1",
        "<xs:choice>XY</xs:choice> | x string 0..1, y string 0..1",
        "<xs:choice><xs:sequence>XY</xs:sequence>X</xs:choice> | x string 1, y string 0..1",
        "<xs:choice maxOccurs='unbounded'>XY</xs:choice> | x[] string 0..n, y[] string 0..n",
        "<xs:sequence><xs:choice>XY</xs:choice><xs:choice>XY</xs:choice></xs:sequence>"
            + " | x[] string 0..n, y[] string 0..n",
        "<xs:group ref='g'/> | x string 1, y string 1",
        "<xs:group ref='g' maxOccurs='3' minOccurs='0'/> | x[] string 0..n, y[] string 0..n",
        "<xs:sequence>X<xs:element name='z' type='xs:int' minOccurs='0' maxOccurs='0'/></xs:sequence>"
            + " | x string 1"
      })
  void howOftenFieldsStandIsWorkedOut(String content, String shown) {
    String x = "<xs:element name='x' type='xs:string'/>";
    String y = "<xs:element name='y' type='xs:string'/>";
    String group = "<xs:group name='g'><xs:sequence>" + x + y + "</xs:sequence></xs:group>";
    String body = content.strip().replace("X", x).replace("Y", y);

    assertThat(rows(schema(group + a(body))).strip().replace("\n", ", ")).isEqualTo(shown.strip());
  }

  @Test
  void attributesComeFirstInTheirOrderGroupsBehind() {
    String group =
        "<xs:attributeGroup name='g'><xs:attribute name='m' type='xs:integer'/>"
            + "<xs:attribute name='l' use='required'/></xs:attributeGroup>";
    String base =
        "<xs:complexType name='b'><xs:sequence><xs:element name='e' type='xs:integer'/></xs:sequence>"
            + "<xs:attribute name='z'/><xs:attribute name='y'/></xs:complexType>";
    String derived =
        "<xs:complexType name='d'><xs:complexContent><xs:extension base='b'><xs:sequence>"
            + "<xs:element name='f' type='xs:integer'/></xs:sequence><xs:attributeGroup ref='g'/>"
            + "<xs:attribute name='k' default='v'/></xs:extension></xs:complexContent>"
            + "</xs:complexType>";

    assertThat(rows(schema(group + base + derived + "<xs:element name='a' type='d'/>")))
        .isEqualTo(
            "@z string 0..1\n@y string 0..1\n@k string 0..1 default=\"v\"\n@m integer 0..1\n"
                + "@l string 1\ne integer 1\nf integer 1\n");
  }

  @Test
  void aRestrictionHasWhatItLeaves() {
    String base =
        "<xs:complexType name='b'><xs:sequence><xs:element name='e' type='xs:integer' minOccurs='0'/>"
            + "<xs:element name='f' type='xs:integer'/></xs:sequence><xs:attribute name='k'/>"
            + "<xs:attribute name='l' type='xs:integer'/></xs:complexType>";
    String derived =
        "<xs:complexType name='d'><xs:complexContent><xs:restriction base='b'><xs:sequence>"
            + "<xs:element name='f' type='xs:integer'/></xs:sequence>"
            + "<xs:attribute name='k' use='prohibited'/>"
            + "<xs:attribute name='l' type='xs:integer' use='required' fixed='7'/></xs:restriction>"
            + "</xs:complexContent></xs:complexType>";

    assertThat(rows(schema(base + derived + "<xs:element name='a' type='d'/>")))
        .isEqualTo("@l integer 1 enum=7; default=7\nf integer 1\n");
  }

  @Test
  void textWithAttributesAndMixedTextAreFieldsOfTheirOwn() {
    String simple =
        "<xs:element name='p'><xs:complexType><xs:simpleContent><xs:extension base='xs:decimal'>"
            + "<xs:attribute name='cur'/></xs:extension></xs:simpleContent></xs:complexType>"
            + "</xs:element>";
    String mixed =
        "<xs:element name='m'><xs:complexType mixed='true'><xs:sequence>"
            + "<xs:element name='b' type='xs:string'/></xs:sequence></xs:complexType>"
            + "</xs:element>";

    assertThat(rows(schema(sequence(simple + mixed))))
        .isEqualTo(
            "p object 1\np.@cur string 0..1\np.#text decimal 1\n"
                + "m object 1\nm.#text string 0..1\nm.b string 1\n");
  }

  @Test
  void whatMayStandForAnElementStandsBesideIt() {
    String heads =
        "<xs:element name='h' type='xs:string'/>"
            + "<xs:element name='s2' substitutionGroup='h' type='xs:token'/>"
            + "<xs:element name='s1' substitutionGroup='s2' type='xs:token'/>"
            + "<xs:element name='v' abstract='true' type='xs:integer'/>"
            + "<xs:element name='w' substitutionGroup='v' type='xs:short'/>";
    String body = sequence("<xs:element ref='h' maxOccurs='2'/><xs:element ref='v'/>");

    assertThat(rows(Xsds.tree(schema(heads + body), option("root", "a"))))
        .isEqualTo(
            "h[] string 0..n\ns2[] string 0..n\ns1[] string 0..n\n"
                + "w integer 1 minimum=-32768; maximum=32767\n");
  }

  @Test
  void anElementOfAnAbstractTypeHasTheFieldsOfAllThatItCanBe() {
    String types =
        "<xs:complexType name='p' abstract='true'><xs:sequence>"
            + "<xs:element name='n' type='xs:string'/></xs:sequence></xs:complexType>"
            + "<xs:complexType name='q'><xs:complexContent><xs:extension base='p'><xs:sequence>"
            + "<xs:element name='x' type='xs:integer'/></xs:sequence></xs:extension>"
            + "</xs:complexContent></xs:complexType>"
            + "<xs:complexType name='r'><xs:complexContent><xs:extension base='p'>"
            + "<xs:attribute name='k'/></xs:extension></xs:complexContent></xs:complexType>";

    assertThat(rows(schema(types + "<xs:element name='a' type='p'/>")))
        .isEqualTo("`@xsi:type` string 1 enum=q|r\n@k string 0..1\nn string 1\nx integer 0..1\n");
  }

  @Test
  void aRecursiveTypeIsANodeThatContainsItself() {
    String xsd =
        schema(
            "<xs:element name='a' type='t'/><xs:complexType name='t'><xs:sequence>"
                + "<xs:element name='t' type='t' minOccurs='0'/>"
                + "<xs:element name='u' type='t' minOccurs='0' maxOccurs='unbounded'/>"
                + "</xs:sequence></xs:complexType>");
    SchemaTree tree = Xsds.tree(xsd);
    SchemaNode t = at(tree, "t");

    assertThat(at(tree, "t.t.t.u[].t")).isSameAs(t);
    assertThat(at(tree, "u[].u")).isSameAs(at(tree, "u"));
    assertThat(rows(tree))
        .contains("t.t object 0..1 recursive=t\n", "u[].u[] object 0..n recursive=u[]\n");
  }

  @Test
  void nilAndOpenAndClosedAreKnown() {
    SchemaTree tree =
        Xsds.tree(
            schema(
                sequence(
                    "<xs:element name='n' type='xs:integer' nillable='true'/>"
                        + "<xs:element name='o'><xs:complexType><xs:sequence><xs:any/></xs:sequence>"
                        + "</xs:complexType></xs:element>"
                        + "<xs:element name='p'><xs:complexType><xs:anyAttribute/></xs:complexType>"
                        + "</xs:element>"
                        + "<xs:element name='q'/><xs:element name='r'><xs:complexType/></xs:element>")));

    assertThat(at(tree, "n").nullable()).isTrue();
    assertThat(tree.root().open()).isFalse();
    assertThat(at(tree, "o").open()).isTrue();
    assertThat(at(tree, "p").open()).isTrue();
    assertThat(at(tree, "q").type()).isEqualTo(FieldType.ANY);
    assertThat(at(tree, "r").type()).isEqualTo(FieldType.OBJECT);
    assertThat(at(tree, "r").open()).isFalse();
  }

  @Test
  void whatTheAuthorWroteIsTitleAndDocumentation() {
    String note = "<xs:annotation><xs:documentation>%s</xs:documentation></xs:annotation>";
    String zh =
        "<xs:annotation><xs:documentation xml:lang='en'>Order number. As printed."
            + "</xs:documentation><xs:documentation xml:lang='zh-CN'>订单号。打印的。"
            + "</xs:documentation></xs:annotation>";
    String coded =
        note.formatted(
            "<c:Component xmlns:c='urn:c'><c:Name>no</c:Name><c:Definition>The amount, e.g. of"
                + " money</c:Definition></c:Component>");
    SchemaTree tree =
        Xsds.tree(
            schema(
                "<xs:simpleType name='t'>"
                    + note.formatted("Of the type")
                    + "<xs:restriction base='xs:integer'/></xs:simpleType>"
                    + sequence(
                        "<xs:element name='n' type='xs:string'>"
                            + zh
                            + "</xs:element><xs:element name='m' type='xs:integer'>"
                            + coded
                            + "</xs:element><xs:element name='o' type='t' maxOccurs='2'/>"
                            + "<xs:element name='p' type='xs:string'>"
                            + note.formatted("Long ".repeat(30))
                            + "</xs:element>")));

    assertThat(at(tree, "n").title()).isEqualTo("Order number");
    assertThat(at(tree, "n").titles().in(Locale.CHINA)).isEqualTo("订单号");
    assertThat(at(tree, "n").facets().documentation()).isEqualTo("Order number. As printed.");
    assertThat(at(tree, "m").title()).isEqualTo("The amount, e.g. of money");
    assertThat(at(tree, "o").title()).isEqualTo("Of the type");
    assertThat(at(tree, "o[]").title()).isEqualTo("Of the type");
    assertThat(at(tree, "p").title()).isNull();
    assertThat(at(tree, "p").facets().documentation()).hasSize(149);
  }

  @Test
  void filesAreIncludedAndImportedFromWhereTheyLie() throws SchemaException {
    String chameleon =
        schema(
            "<xs:complexType name='c'><xs:sequence><xs:element name='x' type='d'/></xs:sequence>"
                + "</xs:complexType><xs:simpleType name='d'><xs:restriction base='xs:integer'/>"
                + "</xs:simpleType>");
    String other =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:p'"
            + " xmlns:o='urn:o'><xs:import namespace='urn:o' schemaLocation='../main/o.xsd'/>"
            + "<xs:element name='e' type='o:c'/></xs:schema>";
    String main =
        qualified(
            "<xs:include schemaLocation='../lib/c%20c.xsd'/><xs:include schemaLocation='o.xsd'/>"
                + "<xs:import namespace='urn:p' schemaLocation='../lib/p.xsd'/>"
                + sequence(
                    "<xs:element ref='p:e' xmlns:p='urn:p'/><xs:element name='e' type='o:c'/>"));
    Map<String, String> files =
        Map.of("main/o.xsd", main, "lib/c c.xsd", chameleon, "lib/p.xsd", other);

    assertThat(rows(Xsds.read(files, "main/o.xsd", null)))
        .isEqualTo(
            "`ns1:e` object 1\n`ns1:e`.x integer 1\n`o:e` object 1\n`o:e`.x integer 1\n"
                .replace("ns1", "p"));
    assertThat(Xsds.read(files, "main/o.xsd", null).xsd().files()).hasSize(3);
  }

  @Test
  void aNamespaceWithoutAFileIsOpen() {
    String xsd =
        qualified(
            "<xs:import namespace='urn:p'/>"
                + "<xs:complexType name='amount'><xs:simpleContent>"
                + "<xs:restriction base='p:AmountType' xmlns:p='urn:p'/></xs:simpleContent>"
                + "</xs:complexType>"
                + sequence(
                    "<xs:element ref='p:e' xmlns:p='urn:p'/>"
                        + "<xs:element name='f' type='p:T' xmlns:p='urn:p'/>"
                        + "<xs:element name='g' type='o:amount'/>"));

    assertThat(rows(xsd))
        .isEqualTo("e any 1\nf object 1\nf.#text string 0..1\ng object 1\ng.#text string 0..1\n");
  }

  @Test
  void redefinedTypesAreTheNewOnes() throws SchemaException {
    String base =
        schema(
            "<xs:complexType name='t'><xs:sequence><xs:element name='x' type='xs:integer'/>"
                + "</xs:sequence></xs:complexType>");
    String main =
        schema(
            "<xs:redefine schemaLocation='b.xsd'><xs:complexType name='t'><xs:complexContent>"
                + "<xs:extension base='t'><xs:sequence><xs:element name='y' type='xs:integer'/>"
                + "</xs:sequence></xs:extension></xs:complexContent></xs:complexType>"
                + "</xs:redefine><xs:element name='a' type='t'/>");

    assertThat(rows(Xsds.read(Map.of("a.xsd", main, "b.xsd", base), "a.xsd", null)))
        .isEqualTo("x integer 1\ny integer 1\n");
  }
}
