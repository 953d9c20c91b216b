package fieldloom.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fieldloom.pack.FolderResources;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.Payloads;
import fieldloom.payload.Workbooks;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No parser of schemas, samples or payloads asks a server or reads a file outside the folder: a
 * server that counts its requests and a file above the folder hold a text, and neither the one is
 * asked nor the other shown.
 */
class CanaryTest {
  private static final String CANARY = "canary4711";
  private static final String EDI = "<schema xmlns='http://xlate.io/EDISchema/v4'>%s</schema>";
  private static final String XSD =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>%s</xs:schema>";

  @TempDir private Path above = Path.of("");

  /** What came of reading: what is shown, and what is said. */
  private record Outcome(String shown, String said) {}

  private Outcome read(String name, byte[] content, String format) throws IOException {
    Path folder = Files.createDirectories(above.resolve("in"));
    List<String> said = new ArrayList<>();
    String shown = "";
    SchemaFile file = new SchemaFile(name, name, content, null, new FolderResources(folder));
    try {
      String known = format.isEmpty() ? null : format;
      shown = SchemaText.json(SchemaReaders.read(file, known, said::add));
    } catch (SchemaException e) {
      said.add(String.valueOf(e.getMessage()));
    }
    return new Outcome(shown, String.join("\n", said));
  }

  /** Schemas that refer to others: a file's name, its text with %s for the reference, the other. */
  static Stream<Arguments> referring() {
    String json = "{'type':'object','properties':{'%s':{'type':'string'}}}".formatted(CANARY);
    String api = "{'openapi':'3.0.0','paths':{'/a':{'post':{%s,'responses':{}}}}}";
    String content = "{'content':{'application/json':{'schema':" + json + "}}}";
    String parameter = "{'name':'" + CANARY + "','in':'query','schema':{'type':'string'}}";
    String types =
        "<elementType name='E1' base='string' title='"
            + CANARY
            + "'/>"
            + "<segmentType name='BEG'><sequence><element type='E1'/></sequence></segmentType>";
    String message = "<transaction><sequence><segment type='BEG'/></sequence></transaction>";
    String root =
        "<xs:element name='a'><xs:complexType><xs:group ref='g'/></xs:complexType>"
            + "</xs:element>";
    String group =
        XSD.formatted(
            "<xs:group name='g'><xs:sequence><xs:element name='"
                + CANARY
                + "' type='xs:string'/></xs:sequence></xs:group>");
    return Stream.of(
        arguments("a.json", "{'type':'object','properties':{'a':{'$ref':'%s'}}}", json),
        arguments("a.json", "{'allOf':[{'$ref':'%s#'}]}", json),
        arguments("a.yaml", "type: object\nproperties:\n  a: {$ref: '%s'}\n", json),
        arguments("api.json", api.formatted("'requestBody':{'$ref':'%s'}"), content),
        arguments("api.json", api.formatted("'parameters':[{'$ref':'%s'}]"), parameter),
        arguments(
            "api.json",
            api.formatted("'requestBody':" + content.replace(json, "{'$ref':'%s'}")),
            json),
        arguments(
            "api.json",
            "{'openapi':'3.1.0','paths':{'/a':{'$ref':'%s'}}}",
            "{'get':{'responses':{'200':" + content + "}}}"),
        arguments(
            "api.yaml",
            "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses: {'200': {$ref: '%s'}}\n",
            content),
        arguments(
            "api.yaml",
            "swagger: '2.0'\npaths:\n  /a:\n    get:\n      responses:\n"
                + "        '200': {description: x, schema: {$ref: '%s'}}\n",
            json),
        arguments(
            "edi.xml",
            EDI.formatted("<include schemaLocation='%s'/>" + message),
            EDI.formatted(types)),
        arguments(
            "a.proto",
            "import \"%s\"; message A { optional B b = 1; }",
            "message B { optional string " + CANARY + " = 1; }"),
        arguments("a.xsd", XSD.formatted("<xs:include schemaLocation='%s'/>" + root), group),
        arguments("a.xsd", XSD.formatted("<xs:redefine schemaLocation='%s'/>" + root), group),
        arguments(
            "a.xsd",
            XSD.formatted(
                "<xs:import namespace='urn:x' schemaLocation='%s'/>"
                    + root.replace("<xs:group", "<xs:group xmlns:x='urn:x'")
                        .replace("'g'", "'x:g'")),
            group
                .replace("<xs:schema", "<xs:schema targetNamespace='urn:x'")
                .replace("<xs:element", "<xs:element form='unqualified'")));
  }

  private static String quoted(String name, String text) {
    return name.endsWith(".json") ? text.replace('\'', '"') : text;
  }

  /** Without this the others would pass for a parser that follows nothing. */
  @ParameterizedTest
  @MethodSource("referring")
  void aReferenceWithinTheFolderIsFollowed(String name, String text, String other)
      throws IOException {
    String beside = "beside" + name.substring(name.lastIndexOf('.'));
    Path folder = Files.createDirectories(above.resolve("in"));
    Files.writeString(folder.resolve(beside), quoted(beside, other));
    String main = quoted(name, text.replace("%s", beside));

    Outcome outcome = read(name, main.getBytes(UTF_8), "");

    assertThat(outcome.said()).isEmpty();
    assertThat(outcome.shown()).contains(CANARY);
  }

  @ParameterizedTest
  @MethodSource("referring")
  void aReferenceOutOfTheFolderIsRefusedInASentenceAndAsksNobody(
      String name, String text, String other) throws IOException {
    String canary = "secret" + name.substring(name.lastIndexOf('.'));
    Path file = Files.writeString(above.resolve(canary), quoted(canary, other));
    try (CanaryServer server = new CanaryServer(quoted(canary, other))) {
      List<String> references =
          List.of(
              server.url(canary),
              "//" + URI.create(server.url(canary)).getAuthority() + "/" + canary,
              file.toUri().toString(),
              "jar:" + server.url("x.jar") + "!/" + canary,
              file.toString(),
              "../" + canary,
              "x/../../" + canary);
      for (String reference : references) {
        String main = quoted(name, text.replace("%s", reference));

        Outcome outcome = read(name, main.getBytes(UTF_8), "");

        assertThat(outcome.shown() + outcome.said()).as(reference).doesNotContain(CANARY);
        assertThat(outcome.said().lines().toList())
            .as(reference)
            .singleElement()
            .asString()
            // The parser of Protobuf makes one slash of two.
            .contains(
                "refers to "
                    + (name.endsWith(".proto") ? reference.replaceAll("/+", "/") : reference),
                "which ",
                "; ")
            .endsWith(".");
        assertThat(outcome.said().contains("--within")).isEqualTo(reference.contains("../"));
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  /** Contents that want what lies elsewhere in other ways; %s stands for it. */
  static Stream<Arguments> luring() {
    String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM '%s'>]>";
    String parameter = "<!DOCTYPE a [<!ENTITY %% p SYSTEM '%s'> %%p;]>".replace("%%", "%");
    String hint =
        "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='%s'"
            + " i:schemaLocation='urn:a %s'";
    return Stream.of(
        arguments("a.xml", entity + "<a>&x;</a>"),
        arguments("a.xml", parameter + "<a/>"),
        arguments("a.xml", "<!DOCTYPE a SYSTEM '%s'><a/>"),
        arguments("a.xml", "<?xml-stylesheet type='text/xsl' href='%s'?><a><b>1</b></a>"),
        arguments("a.xml", "<a " + hint + "><b>1</b></a>"),
        arguments(
            "a.xml",
            "<a xmlns:x='http://www.w3.org/2001/XInclude'><x:include href='%s' parse='text'/></a>"),
        arguments("a.xsd", entity + XSD.formatted("<xs:element name='a'/>")),
        arguments("a.xsd", "<!DOCTYPE a SYSTEM '%s'>" + XSD.formatted("")),
        arguments(
            "a.xsd",
            XSD.formatted("<xs:element name='a' type='xs:int'/>")
                .replace("<xs:schema", "<xs:schema " + hint)),
        arguments("edi.xml", entity + EDI.formatted("&x;")),
        arguments("edi.xml", parameter + EDI.formatted("")),
        arguments(
            "a.yaml",
            "type: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader"
                + " [[!!java.net.URL ['%s']]]]\n"),
        arguments("a.yaml", "type: object\ntitle: !include '%s'\n"),
        arguments("a.json", "{\"a\":1,\"b\":{\"$ref\":\"%s\",\"href\":\"%s\",\"c\":2}}"),
        arguments("a.json", "{\"$schema\":\"%s\",\"type\":\"object\"}"),
        arguments("a.ndjson", "{\"a\":{\"$ref\":\"%s\",\"c\":1}}\n{\"a\":1}\n"),
        arguments(
            "a.avsc",
            "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"a\",\"type\":\"%s\"}]}"),
        arguments("a.avdl", "protocol A { import schema \"%s\"; }"),
        arguments("a.csv", "a,b\n\"=WEBSERVICE(\"\"%s\"\")\",1\n"),
        arguments("a.sql", "RUNSCRIPT FROM '%s';\nCREATE TABLE a (b INT);"),
        arguments("a.sql", "\\i %s\nSOURCE %s;\nCREATE TABLE a (b INT);"),
        arguments("a.sql", "CREATE TABLE a (b INT) AS SELECT * FROM CSVREAD('%s');"),
        arguments(
            "a.sql",
            "CREATE TABLE a (b INT);\nLOAD DATA INFILE '%s' INTO TABLE a;"
                + "\nCREATE ALIAS x AS 'void x() { new java.net.URL(\"%s\").openStream(); }';"),
        arguments("a.edi", "UNA:+.? 'UNB+UNOA:3+%s+B+260101:1200+1'UNZ+0+1'"));
  }

  @ParameterizedTest
  @MethodSource("luring")
  void nothingElseInAFileMakesItsParserAskOrReadElsewhere(String name, String text)
      throws IOException {
    Path file = Files.writeString(above.resolve("secret.txt"), CANARY);
    try (CanaryServer server = new CanaryServer(CANARY)) {
      for (String lure : List.of(server.url("x"), file.toUri().toString(), "../secret.txt")) {
        Outcome outcome = read(name, text.replace("%s", lure).getBytes(UTF_8), "");

        assertThat(outcome.shown() + outcome.said()).isNotEmpty().doesNotContain(CANARY);
        assertThat(outcome.said()).doesNotContain("Exception", "\n\n");
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  /** The parts of a workbook that are XML, each with a document type of its own. */
  @Test
  void aWorkbookAsksNobodyWhateverItsPartsName() throws IOException {
    Path file = Files.writeString(above.resolve("secret.txt"), CANARY);
    String rows =
        "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"
            + "<row r='2'><c r='A2' t='inlineStr'><is><t>b</t></is></c></row>";
    try (CanaryServer server = new CanaryServer(CANARY)) {
      for (String lure : List.of(server.url("x"), file.toUri().toString())) {
        for (String part : Workbooks.of(rows).names()) {
          for (String type :
              List.of(
                  "<!DOCTYPE x SYSTEM '" + lure + "'>",
                  "<!DOCTYPE x [<!ENTITY e SYSTEM '" + lure + "'>]>",
                  "<!DOCTYPE x [<!ENTITY % e SYSTEM '" + lure + "'> %e;]>")) {
            Workbooks book = Workbooks.of(rows);
            isSilent(book.part(part, type + book.text(part).replace("<t>b", "<t>&e;")));
          }
        }
        Workbooks linked = Workbooks.of(rows);
        String external =
            "<Relationship Id='x%s' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/%s' TargetMode='External' Target='"
                + lure
                + "'/>";
        StringBuilder relations = new StringBuilder();
        for (String kind : List.of("worksheet", "sharedStrings", "styles", "externalLink")) {
          relations.append(external.formatted(kind, kind));
        }
        isSilent(
            linked.replace(
                "xl/_rels/workbook.xml.rels", "<Relationships>", "<Relationships>" + relations));
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  private void isSilent(Workbooks book) throws IOException {
    Outcome outcome = read("a.xlsx", book.bytes(), "xlsx");
    String read;
    try {
      Payloads.Result result = Payloads.read(Payloads.spec("xlsx"), book.bytes());
      read = result.texts() + " " + result.bad();
    } catch (IOException e) {
      read = String.valueOf(e.getMessage());
    }
    assertThat(outcome.shown() + outcome.said() + read).isNotEmpty().doesNotContain(CANARY);
  }

  /** Payloads of text, read as mappings read them. */
  @ParameterizedTest
  @MethodSource("luring")
  void aPayloadAsksNobody(String name, String text) throws IOException {
    Map<String, String> formats =
        Map.of(
            "xml", "xml", "xsd", "xml", "json", "json", "ndjson", "ndjson", "csv", "csv", "edi",
            "edi");
    String format = formats.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "csv");
    Path file = Files.writeString(above.resolve("secret.txt"), CANARY);
    try (CanaryServer server = new CanaryServer(CANARY)) {
      for (String lure : List.of(server.url("x"), file.toUri().toString())) {
        String said;
        try {
          Payloads.Result result =
              Payloads.read(Payloads.spec(format, null), text.replace("%s", lure));
          said =
              result.texts()
                  + " "
                  + result.bad().stream().map(BadRecordException::getMessage).toList();
        } catch (IOException e) {
          said = String.valueOf(e.getMessage());
        }
        assertThat(said).isNotEmpty().doesNotContain(CANARY);
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  /** The server is one that can be asked. */
  @Test
  void theServerCounts() throws IOException {
    try (CanaryServer server = new CanaryServer(CANARY)) {
      try (java.io.InputStream in = URI.create(server.url("x")).toURL().openStream()) {
        assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(CANARY);
      }
      assertThat(server.asked()).containsExactly("/x");
    }
  }
}
