package fieldloom.schema.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.OpenSchema;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.json.JsonSchemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API's description: OpenAPI 3.0 or 3.1, or Swagger 2, in JSON or YAML. By itself it is a tree
 * of operations, each with its parameters, request and responses; the options {@code operation}
 * ({@code "POST /orders"} or an operationId) and {@code part} ({@code "request"}, {@code
 * "response"}, {@code "response 404"}, {@code "parameters"}) choose one message of it.
 */
public final class OpenApiReader implements SchemaReader {
  private static final Pattern YAML = Pattern.compile("(?m)^[\"']?(openapi|swagger)[\"']?\\s*:");
  private static final int GLANCE = 1 << 16;

  @Override
  public String name() {
    return "openapi";
  }

  @Override
  public boolean accepts(SchemaFile file) {
    byte[] content = file.content();
    String start =
        new String(content, 0, Math.min(content.length, GLANCE), StandardCharsets.UTF_8)
            .stripLeading();
    if (start.startsWith("\uFEFF")) {
      start = start.substring(1).stripLeading();
    }
    return start.startsWith("{") ? namesItself(content) : YAML.matcher(start).find();
  }

  /** Whether one of the outermost members says so; the others are passed over. */
  private static boolean namesItself(byte[] content) {
    try (JsonParser parser = new JsonFactory().createParser(content)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (name.equals("openapi") || name.equals("swagger")) {
          return parser.nextToken() == JsonToken.VALUE_STRING;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      // No JSON: another reader says what is wrong with it.
      return false;
    }
  }

  @Override
  public List<String> extensions() {
    return List.of("json", "yaml", "yml");
  }

  @Override
  public List<String> optionNames() {
    return List.of("operation", "part");
  }

  @Override
  public OpenSchema open(SchemaFile file) throws SchemaException {
    Description api = Description.of(file);
    return OpenSchema.of(
        api.operations().choices(), options -> read(file.withOptions(options), api));
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    return read(file, Description.of(file));
  }

  @Override
  public SchemaTree read(SchemaFile file, Consumer<String> notes) throws SchemaException {
    Description api = Description.of(file);
    if (file.option("operation") == null) {
      api.operations().faults().forEach(notes);
    }
    return read(file, api);
  }

  /** A whole description, read once. */
  private record Description(JsonNode document, Operations operations) {

    static Description of(SchemaFile file) throws SchemaException {
      JsonNode document = JsonSchemas.tree(file);
      if (!document.path("paths").isObject() && !document.path("webhooks").isObject()) {
        throw new SchemaException(
            "The API description " + file.label() + " has no paths; give one with operations.");
      }
      Dialect.toJsonSchema(document);
      return new Description(
          document,
          new Operations(
              file.label(), document, new JsonSchemas(file, document, Dialect::toJsonSchema)));
    }
  }

  private static SchemaTree read(SchemaFile file, Description api) throws SchemaException {
    Operations operations = api.operations();
    String wanted = file.option("operation");
    if (wanted != null) {
      return message(file, operations, wanted);
    }
    List<SchemaNode> all = operations.all().stream().map(operations::node).toList();
    String title = text(api.document().path("info").path("title"));
    SchemaNode root =
        SchemaNode.builder("api", FieldType.OBJECT)
            .required(true)
            .title(title)
            .children(all)
            .build();
    return new SchemaTree(title, root);
  }

  private static SchemaTree message(SchemaFile file, Operations operations, String wanted)
      throws SchemaException {
    Operation operation =
        operations.all().stream()
            .filter(one -> one.name().equalsIgnoreCase(wanted) || wanted.equals(one.id()))
            .findFirst()
            .orElseThrow(
                () ->
                    new SchemaException(
                        "The API "
                            + file.label()
                            + " has no operation “"
                            + wanted
                            + "”; name one such as “"
                            + operations.all().getFirst().name()
                            + "”."));
    String given = file.option("part");
    String part = given == null ? "request" : given;
    SchemaNode message = operations.message(operation, part);
    if (message == null) {
      throw new SchemaException(
          "The operation "
              + operation.name()
              + " of "
              + file.label()
              + " has no "
              + part
              + "; it has "
              + String.join(
                  ", ",
                  operations.node(operation).children().stream().map(SchemaNode::name).toList())
              + ".");
    }
    return new SchemaTree(
        message.title(), message.type() == FieldType.ARRAY ? message.item() : message);
  }

  static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? node.textValue().strip() : null;
  }
}
