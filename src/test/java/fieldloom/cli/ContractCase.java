package fieldloom.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One case of {@code fieldloom/cases}: a mapping, its files, the arguments of a command, and what
 * is wanted of it. {@code ContractCasesTest} says what a case may hold.
 *
 * @param spec the case as it stands in its file
 */
record ContractCase(JsonNode spec) {
  /** Reads JSON so that digits stay as written. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private static final List<String> TEMPORAL = List.of("date", "time", "datetime");

  /** The cases of a file of the class path's folder {@code fieldloom/cases}. */
  static List<ContractCase> read(Path file) throws IOException {
    List<ContractCase> cases = new ArrayList<>();
    YAML.readTree(file.toFile()).forEach(spec -> cases.add(new ContractCase(spec)));
    return cases;
  }

  String name() {
    return spec.path("name").asText();
  }

  String command() {
    return spec.path("command").asText("run");
  }

  /** The format of the driving source. */
  String from() {
    return spec.path("from").asText("json");
  }

  /** The format of the target. */
  String to() {
    return spec.path("to").asText("json");
  }

  /** Whether the same mapping may be run over a value a line, which is mapped by code. */
  boolean hasTwin() {
    return from().equals("json")
        && to().equals("json")
        && command().equals("run")
        && spec.path("exit").asInt(0) == 0
        && spec.path("in").isTextual()
        && spec.path("in").asText().startsWith("{")
        && spec.has("out")
        && !spec.has("options")
        && !spec.has("targetOptions")
        && !spec.has("sources")
        && !spec.path("onlyJson").asBoolean();
  }

  /** The case with a value a line in place of documents. */
  ContractCase twin() throws IOException {
    ObjectNode twin = spec.deepCopy();
    twin.put("from", "ndjson").put("to", "ndjson");
    String in = spec.path("in").asText();
    // As it stands where it can be: another text of a number would be another input.
    twin.put("in", in.contains("\n") ? JSON.readTree(in).toString() : in);
    return new ContractCase(twin);
  }

  /** Whether the records tell the schemas that an analyst would write beside the mapping. */
  boolean hasSchemas() {
    return hasTwin()
        && !spec.has("schema")
        && !spec.has("types")
        && !spec.has("targetSchema")
        && !spec.has("want")
        && !spec.path("noSchemas").asBoolean();
  }

  /** The case with schemas of its records. */
  ContractCase withSchemas() throws IOException {
    ObjectNode typed = spec.deepCopy();
    typed.set("schema", InferredSchema.of(List.of(JSON.readTree(spec.path("in").asText()))));
    typed.set("targetSchema", InferredSchema.of(List.of(JSON.readTree(spec.path("out").asText()))));
    return new ContractCase(typed);
  }

  /** Lays the case's files out and gives the command line. */
  List<String> layOut(Path folder) throws IOException {
    Files.write(folder.resolve("mapping.json"), JSON.writeValueAsBytes(mapping()));
    for (Map.Entry<String, JsonNode> file : spec.path("files").properties()) {
      Files.write(folder.resolve(file.getKey()), bytes(file.getValue()));
    }
    List<String> words =
        new ArrayList<>(List.of(command(), folder.resolve("mapping.json").toString()));
    if (command().equals("run")) {
      inputs(folder, words);
      outputs(folder, words);
    }
    for (JsonNode argument : spec.path("args")) {
      words.add(argument.asText().replace("DIR", folder.toString()));
    }
    return words;
  }

  private void inputs(Path folder, List<String> words) throws IOException {
    JsonNode in = spec.path("in");
    Map<String, JsonNode> sources =
        isBySource(in) ? fields(in) : in.isMissingNode() ? Map.of() : Map.of("order", in);
    for (Map.Entry<String, JsonNode> source : sources.entrySet()) {
      Path file = folder.resolve("in-" + source.getKey());
      Files.write(file, bytes(source.getValue()));
      boolean standard = spec.path("stdin").asText().equals(source.getKey());
      words.add("--in");
      words.add(source.getKey() + "=" + (standard ? "-" : file));
    }
  }

  private static boolean isBySource(JsonNode in) {
    return in.isObject() && !in.has("text") && !in.has("base64") && !in.has("sheets");
  }

  private static Map<String, JsonNode> fields(JsonNode node) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    node.properties().forEach(e -> fields.put(e.getKey(), e.getValue()));
    return fields;
  }

  private void outputs(Path folder, List<String> words) {
    for (Map.Entry<String, JsonNode> target : spec.path("outs").properties()) {
      words.add("--out");
      words.add(target.getKey() + "=" + folder.resolve("out-" + target.getKey()));
    }
    if (!spec.has("outs")) {
      words.add("--out");
      words.add(spec.path("stdout").asBoolean() ? "-" : folder.resolve("out").toString());
    }
  }

  /** What standard input holds. */
  byte[] standardInput() {
    String source = spec.path("stdin").asText();
    JsonNode in = spec.path("in");
    return source.isEmpty() ? new byte[0] : bytes(in.has(source) ? in.path(source) : in);
  }

  /** Text, or {@code {charset, text}}, {@code {base64}} or {@code {sheets}}. */
  static byte[] bytes(JsonNode content) {
    if (content.has("base64")) {
      return Base64.getDecoder().decode(content.path("base64").asText());
    }
    if (content.has("sheets")) {
      return workbook(content.path("sheets"));
    }
    if (content.has("charset")) {
      return content
          .path("text")
          .asText()
          .getBytes(Charset.forName(content.path("charset").asText()));
    }
    return content.asText().getBytes(StandardCharsets.UTF_8);
  }

  /** A workbook of {@code {sheet: [[cell, …], …]}}. */
  private static byte[] workbook(JsonNode sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "cases", "1.0")) {
      for (Map.Entry<String, JsonNode> sheet : sheets.properties()) {
        Worksheet to = workbook.newWorksheet(sheet.getKey());
        for (int row = 0; row < sheet.getValue().size(); row++) {
          for (int column = 0; column < sheet.getValue().path(row).size(); column++) {
            JsonNode cell = sheet.getValue().path(row).path(column);
            if (cell.isNumber()) {
              to.value(row, column, cell.decimalValue());
            } else if (!cell.isNull()) {
              to.value(row, column, cell.asText());
            }
          }
        }
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private ObjectNode mapping() {
    ObjectNode mapping = JSON.createObjectNode();
    mapping.put("fieldloom", 1).put("name", name());
    mapping.set("sources", sources());
    if (!spec.has("targets")) {
      mapping.set("target", document("bill", to(), "targetSchema", "want", "targetOptions"));
    }
    ArrayNode rules = mapping.putArray("rules");
    spec.path("rules").forEach(rules::add);
    spec.path("formulas")
        .properties()
        .forEach(
            e -> rules.addObject().put("to", e.getKey()).put("formula", e.getValue().asText()));
    for (String member :
        List.of(
            "sources",
            "target",
            "targets",
            "variables",
            "tables",
            "functions",
            "params",
            "tests",
            "zone",
            "locale",
            "accepted")) {
      if (spec.has(member)) {
        mapping.set(member, spec.get(member));
      }
    }
    return mapping;
  }

  private ArrayNode sources() {
    ArrayNode sources = JSON.createArrayNode();
    sources.add(document("order", from(), "schema", "types", "options"));
    JsonNode in = spec.path("in");
    if (isBySource(in)) {
      in.propertyStream()
          .map(Map.Entry::getKey)
          .filter(name -> !name.equals("order"))
          .forEach(name -> sources.addObject().put("name", name).put("format", "json"));
    }
    return sources;
  }

  private ObjectNode document(
      String name, String format, String schema, String types, String options) {
    ObjectNode document = JSON.createObjectNode().put("name", name).put("format", format);
    if (spec.has(schema)) {
      document.set("schema", spec.get(schema));
    } else if (spec.has(types)) {
      document.set("schema", object(spec.get(types)));
    }
    if (spec.has(options)) {
      document.set("options", spec.get(options));
    }
    return document;
  }

  /** A JSON Schema of {@code {field: type}}: a question mark allows null, a bang demands it. */
  private static ObjectNode object(JsonNode types) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    types
        .properties()
        .forEach(
            e -> {
              properties.set(e.getKey(), type(e.getValue()));
              if (e.getValue().asText().endsWith("!")) {
                required.add(e.getKey());
              }
            });
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private static JsonNode type(JsonNode type) {
    if (type.isObject()) {
      return object(type);
    }
    if (type.isArray()) {
      ObjectNode array = JSON.createObjectNode().put("type", "array");
      array.set("items", type(type.path(0)));
      return array;
    }
    String name = type.asText().replaceAll("[?!]$", "");
    ObjectNode schema = JSON.createObjectNode();
    String plain = TEMPORAL.contains(name) ? "string" : name.equals("decimal") ? "number" : name;
    if (type.asText().endsWith("?")) {
      schema.putArray("type").add(plain).add("null");
    } else {
      schema.put("type", plain);
    }
    if (TEMPORAL.contains(name)) {
      schema.put("format", name.equals("datetime") ? "date-time" : name);
    }
    return schema;
  }
}
