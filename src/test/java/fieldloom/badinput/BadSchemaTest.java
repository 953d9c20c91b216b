package fieldloom.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fieldloom.model.Resources;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reader of schemas and samples over files that are wrong. */
class BadSchemaTest {
  private static final int DEEP = 10_000;
  private static final String DIGITS = "9".repeat(1_000_000);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
  private static final String HTML = "<!DOCTYPE html><html><body>Sign in</body></html>";

  static List<SchemaReader> readers() {
    return SchemaReaders.all();
  }

  private static void refused(
      String name, byte[] content, String format, Map<String, String> around, String said) {
    Resources files =
        path -> {
          String text = around.get(path);
          if (text == null) {
            throw new FileNotFoundException("There is no “" + path + "”; put it there.");
          }
          return new ByteArrayInputStream(text.getBytes(UTF_8));
        };
    SchemaFile file = new SchemaFile(name, name, content, null, files);
    String known = format.isEmpty() ? null : format;
    assertThatThrownBy(() -> SchemaText.tsv(SchemaReaders.read(file, known)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(said)
        .message()
        .endsWith(".")
        .doesNotContain("\n", "Exception", "com.fasterxml", "StreamReadConstraints", "CTRL-CHAR")
        .hasSizeLessThan(800);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aPictureIsCalledAPictureByEveryReaderButThatOfWorkbooks(SchemaReader reader) {
    String said = reader.name().equals("xlsx") ? "is no .xlsx file" : "a PNG picture";
    refused("a." + reader.name(), PNG, reader.name(), Map.of(), said);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void anHtmlPageIsCalledAPageByEveryReaderButThatOfWorkbooks(SchemaReader reader) {
    String said = reader.name().equals("xlsx") ? "is no .xlsx file" : "an HTML page";
    refused("a." + reader.name(), HTML.getBytes(UTF_8), reader.name(), Map.of(), said);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void whatIsEmptyIsRefused(SchemaReader reader) {
    for (String empty : List.of("", "\uFEFF")) {
      refused("a." + reader.name(), empty.getBytes(UTF_8), reader.name(), Map.of(), "a.");
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aHundredMegabytesOfNothingAreRefused(SchemaReader reader) {
    // Of samples the beginning is looked at.
    String said = reader.isSample() ? "a" : "has more than 64 MB";
    refused("a", new byte[100_000_000], reader.name(), Map.of(), said);
  }

  static Stream<Arguments> kinds() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("a,b".getBytes(UTF_8));
    }
    return Stream.of(
        arguments("a.csv", packed.toByteArray(), "a gzip archive"),
        arguments("a.json", "%PDF-1.7".getBytes(UTF_8), "a PDF document"),
        arguments("a.avro", "Obj\u0001\u0004".getBytes(UTF_8), "an Avro file of data"),
        arguments("a.csv", "PAR1x".getBytes(UTF_8), "a Parquet file of data"),
        arguments("a.ndjson", "PK\u0003\u0004x".getBytes(UTF_8), "a zip archive or a workbook"),
        arguments("a.proto", PNG, "a PNG picture"),
        arguments("a.yaml", PNG, "a PNG picture"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFileOfAnotherKindIsCalledByItsName(String name, byte[] content, String said) {
    refused(name, content, "", Map.of(), said);
  }

  static Stream<Arguments> malformed() {
    String edi = "<schema xmlns='http://xlate.io/EDISchema/v4'>";
    return Stream.of(
        arguments(
            "a.json", "{\"a\":1,\n}", "line 2, column 1: a name in double quotes was expected"),
        arguments("a.json", "{\"a\":1", "ends at line 1, column 7 in the middle"),
        arguments("a.json", "{\"a\" 1}", "column 6: a colon was expected behind a name"),
        arguments("a.json", "[1 2]", "column 4: a comma was expected behind a value, but “2”"),
        arguments("a.json", "{\"a\":\"x\ny\"}", "a line break or another control character"),
        arguments("a.json", "{\"a\":\"\\x\"}", "column 8: a text has the unknown escape “\\x”"),
        arguments("a.json", "{\"a\":01}", "a number starts with a needless zero"),
        arguments("a.json", "{\"a\":1.}", "a digit was expected behind the point"),
        arguments("a.json", "{\"a\":NaN}", "“NaN” is no value of JSON"),
        arguments("a.json", "{\"a\":1} {}", "line 1, column 9: something follows the end"),
        arguments("a.json", "{\"a\":1]", "“]” stands where “}” was expected"),
        arguments("a.json", "{\"a\"\uFEFF:1}", "column 5: a byte order mark stands in the middle"),
        arguments(
            "a.json", "{\"type\":\"object\",\"type\":\"string\"}", "the key “type” stands twice"),
        arguments(
            "a.json", "{\"type\":\"integer\",\"maximum\":1e1000000000}", "number at /maximum"),
        arguments("a.json", "{\"type\":\"string\",\"maxLength\":1e1000000000}", "at /maxLength"),
        arguments("a.ndjson", "{\"a\":1}\n{\"a\":\n", "ends at line 2"),
        arguments("a.yaml", "type: object\n\tx: 1", "no YAML at line 2, column 1"),
        arguments("a.yaml", "type: [\n", "no YAML at line 2"),
        arguments("a.yaml", "type: object\ntype: string", "has the key type twice"),
        arguments("a.yaml", "type: object\n---\na: 1", "has a second document"),
        arguments("a.yaml", "type: \u0007", "no YAML at line 1, column 7: the control character"),
        arguments("a.yaml", "a: 1", "is no JSON Schema: it has none of its keywords"),
        arguments("a.yaml", "type: " + "[".repeat(DEEP), "levels at line 1, column"),
        arguments("a.yaml", "type: integer\nmaximum: " + DIGITS, "wrong value at /maximum"),
        arguments("a.yaml", bomb(), "more than 5,000,000 parts, aliases counted in full, at line"),
        arguments("a.xml", "<a>\n<b></a>", "line 2, column 6 the XML is malformed: </a> stands"),
        arguments("a.xml", "<a>", "ends at line 1, column 3"),
        arguments("a.xml", "<a>\u0001</a>", "column 4 the XML is malformed: the control character"),
        arguments("a.xml", "\uFEFF\uFEFF<a/>", "a byte order mark stands in the middle"),
        arguments("a.xml", "<!DOCTYPE a><a/>", "line 1, column 1 stands a DOCTYPE"),
        arguments("a.xsd", "<!DOCTYPE a><a/>", "line 1, column 1 stands a DOCTYPE"),
        arguments("a.edi", "<!DOCTYPE schema>" + edi + "</schema>", "stands a DOCTYPE"),
        arguments("a.avsc", "{\"type\":\"record\",\"name\":\"a\",\"fields\":[", "ends at line 1"),
        arguments("a.avsc", "[\"a\"]", "stands at /0 of the Avro schema a.avsc names the type “a”"),
        arguments("a.proto", "message A { int32 a = 1; }", "a field of proto2 has required"),
        arguments("a.proto", "message A {", "at line 1, column 12"),
        arguments("a.proto", "message A { required int32 a = " + DIGITS + "; }", "at line 1"),
        arguments("a.sql", "CREATE TABLE a (b INT,,c INT);", "at line 1, column 23"),
        arguments("a.sql", "CREATE TABLE a (b VARCHAR('x", "a quote is opened that is never"),
        arguments("a.json", "{\"openapi\":\"3.0.0\",\"paths\":{}}", "a.json has no operation"));
  }

  private static String bomb() {
    return "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        + chain(
            9, i -> "a" + (i + 1) + ": &a" + (i + 1) + " [" + ("*a" + i + ",").repeat(9) + "]\n");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void whatIsMalformedIsToldWithItsPlace(String name, String text, String said) {
    refused(name, text.getBytes(UTF_8), "", Map.of(), said);
  }

  @Test
  void aByteThatIsNoTextIsToldWithItsPlace() {
    byte[] json = "{\"a\":\n \"\u00e9\"}".getBytes(ISO_8859_1);
    for (String format : List.of("json", "json-schema", "ndjson", "avro", "openapi")) {
      refused("a.x", json, format, Map.of(), "line 2, column 3 the byte E9 is not UTF-8");
    }
    byte[] text = "x\nyé".getBytes(ISO_8859_1);
    for (String format : List.of("protobuf", "ddl")) {
      refused("a.x", text, format, Map.of(), "line 2, column 2 the byte E9 is not UTF-8");
    }
  }

  static Stream<Arguments> deep() {
    String many = "1,000 levels";
    return Stream.of(
        arguments("a.json", "[".repeat(DEEP) + "]".repeat(DEEP), many),
        arguments("a.json", "{\"not\":".repeat(DEEP) + "{}" + "}".repeat(DEEP), many),
        arguments("a.ndjson", "{}\n" + "{\"a\":".repeat(DEEP), many),
        arguments("a.avsc", "{\"type\":\"array\",\"items\":".repeat(DEEP), many),
        arguments("a.xml", "<a>".repeat(DEEP) + "</a>".repeat(DEEP), many),
        arguments(
            "a.xsd",
            xsd("<xs:element name='a'><xs:complexType>" + "<xs:sequence>".repeat(DEEP)),
            many),
        arguments("a.proto", "message A {".repeat(DEEP), "200 levels of brackets"),
        arguments(
            "a.json",
            "{\"$ref\":\"#/$defs/0\",\"$defs\":{"
                + chain(DEEP, i -> "\"" + i + "\":{\"$ref\":\"#/$defs/" + (i + 1) + "\"},")
                + "\"10000\":{}}}",
            "more than 1,000 schemas within each other"),
        arguments(
            "a.xsd",
            xsd(
                chain(
                    DEEP,
                    i ->
                        "<xs:simpleType name='g%d'><xs:restriction base='g%d'/></xs:simpleType>"
                            .formatted(i, i + 1))),
            "more than 500 types or groups"));
  }

  private static String xsd(String content) {
    return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + content + "</xs:schema>";
  }

  private static String chain(int count, IntFunction<String> link) {
    return IntStream.range(0, count).mapToObj(link).collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("deep")
  void tenThousandLevelsEndInASentence(String name, String text, String said) {
    refused(name, text.getBytes(UTF_8), "", Map.of(), said);
  }

  @Test
  void aThreadOfLittleRoomEndsInTheSameSentence() throws InterruptedException {
    String text =
        "{\"$ref\":\"#/$defs/0\",\"$defs\":{"
            + chain(DEEP, i -> "\"" + i + "\":{\"$ref\":\"#/$defs/" + (i + 1) + "\"},")
            + "\"10000\":{}}}";
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread small =
        new Thread(
            null,
            () ->
                refused(
                    "a.json",
                    text.getBytes(UTF_8),
                    "",
                    Map.of(),
                    "more than 1,000 schemas within each other"),
            "small",
            200_000);
    small.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
    small.start();
    small.join();
    assertThat(thrown.get()).isNull();
  }

  static Stream<Arguments> numbers() {
    String element = "<xs:element name='a' minOccurs='" + DIGITS + "'/>";
    String facet = "<xs:simpleType><xs:maxInclusive value='" + DIGITS + "'/></xs:simpleType>";
    return Stream.of(
        arguments("a.json", "{\"a\":" + DIGITS + "}", "at line 1, column 2"),
        arguments("a.ndjson", "{}\n{\"a\":" + DIGITS + "}", "at line 2, column 2"),
        arguments("a.avsc", "{\"type\":\"fixed\",\"size\":" + DIGITS + "}", "line 1, column 17"),
        arguments("a.xsd", xsd(element), "minOccurs, at line 1"),
        arguments("a.xsd", xsd(facet), "value, at line 1"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aNumberOfAMillionDigitsEndsInASentence(String name, String text, String said) {
    refused(name, text.getBytes(UTF_8), "", Map.of(), said);
  }

  static Stream<Arguments> references() {
    return Stream.of(
            "http://127.0.0.1:1/x", "file:///etc/passwd", "jar:file:/x!/y", "/etc/passwd", "../x")
        .flatMap(
            to ->
                Stream.of(
                    arguments("d/a.json", "{\"$ref\":\"" + up(to) + "\"}", ""),
                    arguments("d/a.xsd", xsd("<xs:include schemaLocation='" + up(to) + "'/>"), ""),
                    arguments(
                        "d/a.json",
                        "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"$ref\":\"" + up(to) + "\"}}}",
                        ""),
                    arguments(
                        "d/a.edi",
                        "<schema xmlns='http://xlate.io/EDISchema/v4'><include schemaLocation='"
                            + up(to)
                            + "'/></schema>",
                        "edi-schema")));
  }

  /** Out of the folder of all files. */
  private static String up(String reference) {
    return reference.startsWith("..") ? "../" + reference : reference;
  }

  @ParameterizedTest
  @MethodSource("references")
  void aReferenceOutOfTheFolderOrToTheNetworkIsRefused(String name, String text, String format) {
    refused(name, text.getBytes(UTF_8), format, Map.of(), " refers to ");
  }

  @Test
  void aFileThatIsMissingOrLeadsInACircleIsTold() {
    refused("a.json", "{\"$ref\":\"b.json\"}".getBytes(UTF_8), "", Map.of(), "no “b.json”");
    refused(
        "a.json",
        "{\"$ref\":\"b.json\"}".getBytes(UTF_8),
        "",
        Map.of("b.json", "{\"$ref\":\"a.json\"}", "a.json", "{\"$ref\":\"b.json\"}"),
        "is defined by itself alone");
    refused(
        "a.json",
        "{\"$ref\":\"b.json\"}".getBytes(UTF_8),
        "",
        Map.of("b.json", "{\n,}"),
        "The file b.json is no JSON at line 2, column 1");
  }

  /** A pattern that looks for a definition went through all blank lines from each of them. */
  @Test
  void aMegabyteOfBlankLinesIsNoHang() throws SchemaException {
    SchemaFile file = SchemaFile.of("a", ("\n".repeat(1 << 20) + "x").getBytes(UTF_8));

    assertThat(SchemaReaders.choose(file, null).name()).isEqualTo("csv");
  }
}
