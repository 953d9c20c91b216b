package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of several files go into a package whole, and the package runs where they are not. */
class PackedSchemasTest {
  private static final String XS = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' ";

  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");

  /** Packs a mapping to JSON from a source, and takes its folder away. */
  private Path packed(String source, String rules, Map<String, String> files) throws IOException {
    Path home = folder.resolve("home");
    Map<String, String> all = new TreeMap<>(files);
    all.put(
        "m.flmap",
        """
        {"fieldloom": 1, "name": "m", "sources": [{"name": "order", %s}],
         "target": {"name": "out", "format": "ndjson"}, "rules": [%s]}
        """
            .formatted(source, rules));
    for (Map.Entry<String, String> file : all.entrySet()) {
      Path path = home.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Path box = folder.resolve("m.flpkg");
    assertThat(
            commands.run(
                terminal,
                "export",
                home.resolve("m.flmap").toString(),
                "--as",
                "package",
                "--out",
                box.toString()))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    try (ZipFile zip = new ZipFile(box.toFile())) {
      assertThat(zip.stream().map(Object::toString).toList()).containsAll(files.keySet());
    }
    Files.move(home, folder.resolve("gone"));
    return box;
  }

  /** What a mapping, packed or not, makes of an input. */
  private String run(Path mapping, String in) throws IOException {
    Path input = Files.writeString(folder.resolve("in"), in);
    Path out = folder.resolve("out.ndjson");
    assertThat(
            commands.run(
                terminal,
                "run",
                mapping.toString(),
                "--in",
                "order=" + input,
                "--out",
                out.toString()))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    return Files.readString(out).strip();
  }

  /** Runs the package as it is, and once more laid out in another folder. */
  private void assertRuns(Path box, String in, String out) throws IOException {
    assertThat(run(box, in)).isEqualTo(out);
    Path away = folder.resolve("away");
    assertThat(commands.run(terminal, "import", box.toString(), "--out", away.toString()))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    Path mapping = Path.of(terminal.out().lines().toList().getLast());
    assertThat(mapping).startsWith(away);
    assertThat(run(mapping, in)).isEqualTo(out);
    // The schema's types are there: nothing is told of fields that are not known.
    assertThat(terminal.err()).doesNotContain("warning");
  }

  @Test
  void anXsdTakesWhatItIncludesAndImportsWithIt() throws IOException {
    Path box =
        packed(
            """
            "format": "xml", "schema": "xsd/order.xsd", "options": {"validate": true}
            """,
            """
            {"to": "no", "from": "order.no"}, {"to": "qty", "from": "order.qty"},
            {"to": "city", "from": "order.city"}
            """,
            Map.of(
                "xsd/order.xsd",
                XS
                    + """
                    xmlns:c='urn:c'>
                    <xs:include schemaLocation='parts/codes.xsd'/>
                    <xs:import namespace='urn:c' schemaLocation='../common/city.xsd'/>
                    <xs:element name='order'><xs:complexType><xs:sequence>
                      <xs:element name='no' type='code'/><xs:element name='qty' type='count'/>
                      <xs:element ref='c:city'/></xs:sequence></xs:complexType></xs:element>
                    </xs:schema>
                    """,
                "xsd/parts/codes.xsd",
                XS
                    + """
                    ><xs:include schemaLocation='counts.xsd'/>
                    <xs:simpleType name='code'><xs:restriction base='xs:string'/></xs:simpleType>
                    </xs:schema>
                    """,
                "xsd/parts/counts.xsd",
                XS
                    + """
                    ><xs:simpleType name='count'><xs:restriction base='xs:int'/></xs:simpleType>
                    </xs:schema>
                    """,
                "common/city.xsd",
                XS
                    + "targetNamespace='urn:c'><xs:element name='city'"
                    + " type='xs:string'/></xs:schema>"));

    assertRuns(
        box,
        "<order><no>1</no><qty>2</qty><city xmlns='urn:c'>上海</city></order>",
        "{\"no\":\"1\",\"qty\":2,\"city\":\"上海\"}");
  }

  @Test
  void aJsonSchemaTakesWhatItRefersToWithIt() throws IOException {
    Path box =
        packed(
            """
            "format": "ndjson", "schema": "schemas/order.json"
            """,
            """
            {"to": "day", "formula": "ADD_DAYS(order.line.day, 1)"}
            """,
            Map.of(
                "schemas/order.json",
                """
                {"type": "object", "additionalProperties": false,
                 "properties": {"line": {"$ref": "parts/line.json#/$defs/line"}}}
                """,
                "schemas/parts/line.json",
                """
                {"$defs": {"line": {"type": "object", "additionalProperties": false,
                  "properties": {"day": {"$ref": "../../day.json"}}}}}
                """,
                "day.json",
                "{\"type\": \"string\", \"format\": \"date\"}"));

    assertRuns(box, "{\"line\": {\"day\": \"2024-02-28\"}}\n", "{\"day\":\"2024-02-29\"}");
  }

  @Test
  void aProtobufTakesWhatItImportsWithIt() throws IOException {
    Path box =
        packed(
            """
            "format": "ndjson", "schema": "proto/shop/order.proto", "options": {"root": "Order"}
            """,
            """
            {"to": "amount", "from": "order.total.amount"}
            """,
            Map.of(
                "proto/shop/order.proto",
                "syntax = \"proto3\"; package shop; import \"shop/all.proto\";"
                    + " message Order { base.Money total = 1; }",
                "proto/shop/all.proto",
                "syntax = \"proto3\"; import public \"base/money.proto\";",
                "proto/base/money.proto",
                "syntax = \"proto3\"; package base; message Money { double amount = 1; }"));

    assertRuns(box, "{\"total\": {\"amount\": 1.50}}\n", "{\"amount\":1.50}");
  }

  @Test
  void anApiTakesItsFurtherFilesWithIt() throws IOException {
    Path box =
        packed(
            """
            "format": "ndjson", "schema": "api/api.yaml",
            "options": {"operation": "POST /orders", "part": "request"}
            """,
            """
            {"to": "day", "formula": "ADD_DAYS(order.day, 1)"}, {"to": "qty", "from": "order.qty.value"}
            """,
            Map.of(
                "api/api.yaml",
                """
                openapi: 3.0.3
                info: {title: Orders, version: "1"}
                paths:
                  /orders:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: "parts/types.yaml#/Order"}}}}
                      responses: {"201": {description: made}}
                """,
                "api/parts/types.yaml",
                """
                Order:
                  type: object
                  additionalProperties: false
                  properties:
                    day: {type: string, format: date}
                    qty: {$ref: "qty.yaml"}
                """,
                "api/parts/qty.yaml",
                "{type: object, properties: {value: {type: integer}}}\n"));

    assertRuns(
        box,
        "{\"day\": \"2024-02-28\", \"qty\": {\"value\": 2}}\n",
        "{\"day\":\"2024-02-29\",\"qty\":2}");
  }
}
