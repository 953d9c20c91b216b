package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents mean to paths, and what an XSD makes of what rules write, from file to file. */
class XmlRunTest {
  private static final String XS = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' ";
  private static final String TWO_NAMES =
      "xmlns:s='urn:s' targetNamespace='urn:s' elementFormDefault='qualified'>";

  /** An order whose elements are of all kinds that a document may have. */
  private static final String ORDER =
      XS
          + TWO_NAMES
          + """
          <xs:element name='order'><xs:complexType><xs:sequence>
            <xs:element name='no' type='xs:string'/>
            <xs:element name='day' type='xs:date' nillable='true' minOccurs='0'/>
            <xs:element name='note' minOccurs='0'><xs:complexType mixed='true'><xs:sequence>
              <xs:element name='b' type='xs:string' minOccurs='0' maxOccurs='unbounded'/>
            </xs:sequence></xs:complexType></xs:element>
            <xs:choice minOccurs='0'>
              <xs:element name='card' type='xs:string'/>
              <xs:sequence><xs:element name='iban' type='xs:string'/>
                <xs:element name='bic' type='xs:string' minOccurs='0'/></xs:sequence>
            </xs:choice>
            <xs:element ref='s:item' minOccurs='0' maxOccurs='unbounded'/>
            <xs:element name='qty' type='xs:int' minOccurs='0'/>
            <xs:element name='id' type='xs:string' minOccurs='0'/>
            <xs:element name='id' type='xs:int' form='unqualified' minOccurs='0'/>
          </xs:sequence><xs:attribute name='lang' type='xs:string'/></xs:complexType></xs:element>
          <xs:element name='item' type='xs:string' abstract='true'/>
          <xs:element name='book' type='xs:string' substitutionGroup='s:item'/>
          <xs:element name='film' type='xs:string' substitutionGroup='s:item'/>
          <xs:element name='bill'><xs:complexType><xs:simpleContent>
            <xs:extension base='xs:string'><xs:attribute name='k'/></xs:extension>
          </xs:simpleContent></xs:complexType></xs:element>
          </xs:schema>
          """;

  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");
  private Orders files = new Orders(Path.of(""));

  @BeforeEach
  void layOut() throws IOException {
    files = new Orders(folder);
    files.write("order.xsd", ORDER);
  }

  /** Lays out a mapping; single quotes stand for double ones. */
  private void mapping(String source, String target, String rules) throws IOException {
    String text =
        "{'fieldloom': 1, 'name': 'm', 'sources': [%s], 'target': %s, 'rules': [%s]}"
            .formatted(source, target, rules);
    files.write("m.flmap", text.replace('\'', '"'));
  }

  private int run(String in) {
    return commands.run(
        terminal,
        "run",
        files.path("m.flmap"),
        "--in",
        "order=" + files.path(in),
        "--out",
        files.path("out"));
  }

  private String read(String schema, String options, String xml, String path) throws IOException {
    mapping(
        "{'name': 'order', 'format': 'xml', 'options': " + options + schema + "}",
        "{'name': 'out', 'format': 'ndjson'}",
        "{'to': 'v', 'from': 'order." + path + "'}");
    files.write("in.xml", xml);
    assertThat(run("in.xml")).as(terminal.err()).isEqualTo(Exit.OK);
    return files.read("out").strip();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          the name of the source is the root | <any id="7"/>                      | @id     | {"v":"7"}
          names are local names              | <p:o xmlns:p="urn:p"><p:n>1</p:n></p:o> | n  | {"v":"1"}
          an attribute in a namespace        | <o xmlns:p="urn:p" p:k="1"/>        | @k      | {"v":"1"}
          text beside an attribute           | <o><w unit="kg">5</w></o>           | w.#text | {"v":"5"}
          an attribute beside a text         | <o><w unit="kg">5</w></o>           | w.@unit | {"v":"kg"}
          mixed text is joined               | <o>a <b>B</b>c<b/> d</o>            | #text   | {"v":"a c d"}
          elements of mixed content          | <o>a <b>B</b>c<b/> d</o>            | b[]     | {"v":["B",""]}
          white space is kept                | `<o><n>  1\u0020</n></o>`           | n       | {"v":"  1\u0020"}
          an empty element is an empty text  | <o><n/></o>                         | n       | {"v":""}
          nil is null                        | <o xmlns:x="http://www.w3.org/2001/XMLSchema-instance"><n x:nil="true"/></o> | n | {"v":null}
          what is not there is absent        | <o/>                                | n       | {}
          """)
  void withoutASchema(String name, String xml, String path, String json) throws IOException {
    assertThat(read("", "{}", xml, path)).as(name).isEqualTo(json);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          the root of the options             | <no>1</no>                           | no    | {"v":"1"}
          an empty string                     | <no/>                                | no    | {"v":""}
          an empty number is absent           | <no/><qty> </qty>                    | qty   | {}
          an empty date is absent             | <no/><day/>                          | day   | {}
          nil is null                         | <no/><day xsi:nil="true"/>           | day   | {"v":null}
          false nil is none                   | <no/><day xsi:nil="false">2024-02-29</day> | day | {"v":"2024-02-29"}
          numbers are of their type           | <no/><qty> 7 </qty>                  | qty   | {"v":7}
          mixed text is joined                | <no/><note>a<b>B</b> c</note>        | note.#text | {"v":"a c"}
          one branch of a choice              | <no/><iban>I</iban><bic>B</bic>      | bic   | {"v":"B"}
          the other branch of a choice        | <no/><iban>I</iban>                  | card  | {}
          an element that stands for another  | <no/><book>x</book><film>y</film><book>z</book> | book[] | {"v":["x","z"]}
          an ambiguous name has its prefix    | <no/><id>a</id><id xmlns="">2</id>   | `q:id` | {"v":"a"}
          an ambiguous name in no namespace   | <no/><id>a</id><id xmlns="">2</id>   | id    | {"v":2}
          """)
  void withASchema(String name, String inside, String path, String json) throws IOException {
    String options = "{'root': 'order', 'namespaces': {'q': 'urn:s'}, 'validate': true}";
    String xml =
        "<order xmlns=\"urn:s\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + inside
            + "</order>";
    // What is to be told from nothing has to break the schema here.
    String given = json.equals("{}") ? options.replace("true", "false") : options;

    assertThat(read(", 'schema': 'order.xsd'", given, xml, path)).as(name).isEqualTo(json);
  }

  @Test
  void validateRefusesWhatTheXsdForbidsAndIsOffUnlessAsked() throws IOException {
    String xml = "<order xmlns=\"urn:s\"><no>1</no><card>c</card><iban>i</iban></order>";
    assertThat(read(", 'schema': 'order.xsd'", "{'root': 'order'}", xml, "no"))
        .isEqualTo("{\"v\":\"1\"}");

    mapping(
        "{'name': 'order', 'format': 'xml', 'schema': 'order.xsd',"
            + " 'options': {'root': 'order', 'validate': true}}",
        "{'name': 'out', 'format': 'ndjson'}",
        "{'to': 'v', 'from': 'order.no'}");

    assertThat(run("in.xml")).isEqualTo(Exit.FAILED);
    assertThat(terminal.err()).contains("line 1, column ", "iban");
  }

  private void target(String options, String rules) throws IOException {
    mapping(
        "{'name': 'order', 'format': 'json'}",
        "{'name': 'out', 'format': 'xml', 'schema': 'order.xsd', 'options': " + options + "}",
        rules);
  }

  private static String rule(String to) {
    return "{'to': '%s', 'from': 'order.%s'}".formatted(to, to.replaceAll("[@#`:]", ""));
  }

  /** A rule for every field, in another order than the schema's. */
  private static String rules() {
    return String.join(
        ", ",
        rule("id"),
        rule("`q:id`"),
        rule("qty"),
        rule("film[]"),
        rule("book[]"),
        rule("bic"),
        rule("iban"),
        rule("card"),
        rule("note.#text"),
        rule("note.b[]"),
        rule("day"),
        rule("no"),
        rule("@lang"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          the order of the schema   | "qty":1,"day":"2024-02-29","lang":"zh"      | lang="zh" | <no>N</no><day>2024-02-29</day><qty>1</qty>
          one branch of a choice    | "card":"c"                                  | ~~ | <no>N</no><card>c</card>
          the other branch          | "bic":"b","iban":"i"                        | ~~ | <no>N</no><iban>i</iban><bic>b</bic>
          elements for another      | "film":["f"],"book":["x","y"]               | ~~ | <no>N</no><book>x</book><book>y</book><film>f</film>
          null where nil is allowed | "day":null                                  | xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" | <no>N</no><day xsi:nil="true"/>
          null where it is not      | "qty":null,"lang":null                      | ~~ | <no>N</no>
          an empty text             | "card":""                                   | ~~ | <no>N</no><card/>
          mixed content             | "note":{"text":"t ","b":["B"]}              | ~~ | <no>N</no><note>t <b>B</b></note>
          names in no namespace     | "id":2                                      | ~~ | <no>N</no><id xmlns="">2</id>
          names with a prefix       | "qid":"a"                                   | ~~ | <no>N</no><id>a</id>
          """)
  void isWrittenAsTheXsdWants(String name, String fields, String more, String inside)
      throws IOException {
    target("{'root': 'order', 'namespaces': {'q': 'urn:s', '': 'urn:s'}}", rules());
    files.write("in.json", "{\"no\":\"N\"," + fields + "}");

    assertThat(run("in.json")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out")).as(name).contains(inside + "</").contains(more);
    assertValid();
  }

  /** Reads what was written, checked against the XSD. */
  private void assertValid() throws IOException {
    String options = "{'root': 'order', 'validate': true}";
    assertThat(read(", 'schema': 'order.xsd'", options, files.read("out"), "no"))
        .isEqualTo("{\"v\":\"N\"}");
  }

  @Test
  void prefixesAreThoseOfTheOptions() throws IOException {
    target("{'root': 'order', 'namespaces': {'q': 'urn:s'}}", rules());
    files.write("in.json", "{\"no\":\"N\",\"id\":2,\"qid\":\"a\"}");

    assertThat(run("in.json")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out"))
        .contains("<q:order xmlns:q=\"urn:s\"><q:no>N</q:no><q:id>a</q:id><id>2</id></q:order>");
    assertValid();
  }

  @Test
  void withoutARootWhereTheXsdHasSeveralTheMappingIsUnusable() throws IOException {
    target("{}", rules());
    files.write("in.json", "{\"no\":\"N\"}");

    assertThat(run("in.json")).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err()).contains("root", "order", "bill");
    assertThat(files.has("out")).isFalse();
  }

  @Test
  void theRootOfTheOptionsIsWritten() throws IOException {
    target("{'root': 'bill'}", "{'to': '#text', 'from': 'order.no'}");
    files.write("in.json", "{\"no\":\"N\"}");

    assertThat(run("in.json")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out")).contains("<bill xmlns=\"urn:s\">N</bill>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "xs:string  | order.no      | <v>N</v>",
        "xs:decimal | order.price   | <v>19.90</v>",
        "xs:date    | order.day     | <v>2026-11-28</v>",
        "xs:string  | order.nothing | <v/>"
      })
  void aRootThatHoldsATextAloneIsWrittenByThatText(String type, String from, String said)
      throws IOException {
    String xsd = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>%s</xs:schema>";
    files.write("v.xsd", xsd.formatted("<xs:element name='v' type='" + type + "'/>"));
    mapping(
        "{'name': 'order', 'format': 'json'}",
        "{'name': 'out', 'format': 'xml', 'schema': 'v.xsd'}",
        "{'to': '#text', 'from': '" + from + "'}");
    files.write("in.json", "{\"no\":\"N\",\"price\":19.90,\"day\":\"2026-11-28\"}");

    assertThat(run("in.json")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out").strip()).endsWith(said);
  }

  @Test
  void recordsThatHoldATextAloneAreWrittenByThatText() throws IOException {
    String xsd = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>%s</xs:schema>";
    files.write(
        "v.xsd",
        xsd.formatted(
            "<xs:element name='all'><xs:complexType><xs:sequence><xs:element name='v'"
                + " type='xs:int' maxOccurs='unbounded'/></xs:sequence></xs:complexType>"
                + "</xs:element>"));
    mapping(
        "{'name': 'order', 'format': 'json'}",
        "{'name': 'out', 'format': 'xml', 'schema': 'v.xsd', 'options': {'records': '/all/v'}}",
        "{'to': '#text', 'from': 'order.n'}");
    files.write("in.json", "[{\"n\":1},{\"n\":2}]");

    assertThat(run("in.json")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out")).contains("<all><v>1</v><v>2</v></all>");
  }

  @Test
  void twoBranchesOfAChoiceAreAnErrorOfTheRecord() throws IOException {
    target("{'root': 'order', 'namespaces': {'q': 'urn:s'}}", rules());
    files.write("in.json", "{\"no\":\"N\",\"card\":\"c\",\"iban\":\"i\"}");

    assertThat(run("in.json")).isEqualTo(Exit.FAILED);
    assertThat(terminal.err()).contains("does not allow beside the others");
    assertThat(files.has("out")).isFalse();
  }

  @Test
  void indentingPutsNoBlanksIntoMixedContent() throws IOException {
    target("{'root': 'order', 'indent': true, 'namespaces': {'q': 'urn:s'}}", rules());
    files.write(
        "in.json", "{\"no\":\"N\",\"note\":{\"text\":\"t\",\"b\":[\"B\",\"C\"]},\"qty\":1}");

    assertThat(run("in.json")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <q:order xmlns:q="urn:s">
              <q:no>N</q:no>
              <q:note>t<q:b>B</q:b><q:b>C</q:b></q:note>
              <q:qty>1</q:qty>
            </q:order>
            """);
    assertValid();

    // Nor where the mixed content has no text of its own.
    target("{'root': 'order', 'indent': true, 'namespaces': {'q': 'urn:s'}}", rules());
    files.write("in.json", "{\"no\":\"N\",\"note\":{\"b\":[\"B\",\"C\"]}}");
    assertThat(run("in.json")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out")).contains("  <q:note><q:b>B</q:b><q:b>C</q:b></q:note>\n");
  }
}
