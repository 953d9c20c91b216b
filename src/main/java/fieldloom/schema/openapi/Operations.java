package fieldloom.schema.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.schema.SchemaChoice;
import fieldloom.schema.SchemaException;
import fieldloom.schema.json.JsonSchemas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of an API description and their messages, which are made when asked for. */
final class Operations {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonSchemas schemas;
  private final List<Operation> all = new ArrayList<>();

  /**
   * @param label what people know the description by
   */
  Operations(String label, JsonNode document, JsonSchemas schemas) throws SchemaException {
    this.schemas = schemas;
    collect(document.path("paths"), "/paths/");
    collect(document.path("webhooks"), "/webhooks/");
    if (all.isEmpty()) {
      throw new SchemaException(
          "The API description " + label + " has no operation; give one that has.");
    }
  }

  private void collect(JsonNode paths, String place) throws SchemaException {
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String pointer = place + path.getKey().replace("~", "~0").replace("/", "~1");
      JsonNode item = schemas.resolved(path.getValue(), pointer);
      for (String method : METHODS) {
        JsonNode operation = item.path(method);
        if (operation.isObject()) {
          all.add(
              new Operation(
                  method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
                  OpenApiReader.text(operation.path("operationId")),
                  pointer + "/" + method,
                  operation,
                  item));
        }
      }
    }
  }

  List<Operation> all() {
    return all;
  }

  /** An operation as a node: parameters, request, response and responses of other statuses. */
  SchemaNode node(Operation operation) {
    String summary = OpenApiReader.text(operation.node().path("summary"));
    return SchemaNode.builder(operation.name(), FieldType.OBJECT)
        .title(summary == null ? operation.id() : summary)
        .facets(documented(OpenApiReader.text(operation.node().path("description"))))
        .children(() -> nodes(operation))
        .build();
  }

  /**
   * A message of an operation: the name of its part, and where its schema is.
   *
   * @param faults what of it leads where nothing is read; it is left out of the schema
   */
  private record Message(String part, JsonNode schema, String pointer, List<String> faults) {}

  /** Every message of every operation. */
  List<SchemaChoice> choices() {
    List<SchemaChoice> choices = new ArrayList<>();
    for (Operation operation : all) {
      String summary = OpenApiReader.text(operation.node().path("summary"));
      for (Message message : messages(operation)) {
        choices.add(
            new SchemaChoice(
                operation.name() + " · " + message.part(),
                summary == null ? operation.id() : summary,
                JsonNodeFactory.instance
                    .objectNode()
                    .put("operation", operation.name())
                    .put("part", message.part())));
      }
    }
    return choices;
  }

  private List<SchemaNode> nodes(Operation operation) {
    return messages(operation).stream().map(this::node).toList();
  }

  /** What of all messages is wrong or leads where nothing is read: one sentence each. */
  Set<String> faults() {
    Set<String> faults = new LinkedHashSet<>();
    for (Operation operation : all) {
      for (Message message : messages(operation)) {
        faults.addAll(message.faults());
        try {
          schemas.node(message.part(), message.schema(), message.pointer(), false);
        } catch (SchemaException e) {
          faults.add(String.valueOf(e.getMessage()));
        }
      }
    }
    return faults;
  }

  private List<Message> messages(Operation operation) {
    List<Message> messages = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    ObjectNode parameters = parameters(operation, faults);
    if (!faults.isEmpty()) {
      parameters.put("description", String.join(" ", faults));
    }
    if (!parameters.path("properties").isEmpty() || !faults.isEmpty()) {
      messages.add(
          new Message("parameters", parameters, operation.pointer() + "/parameters", faults));
    }
    faults = new ArrayList<>();
    JsonNode request = request(operation, faults);
    if (request != null || !faults.isEmpty()) {
      messages.add(
          new Message(
              "request", orAny(request, faults), operation.pointer() + "/requestBody", faults));
    }
    boolean first = true;
    for (Map.Entry<String, JsonNode> response : operation.node().path("responses").properties()) {
      String pointer = operation.pointer() + "/responses/" + response.getKey();
      faults = new ArrayList<>();
      JsonNode schema = content(resolved(response.getValue(), pointer, faults));
      if (schema != null || !faults.isEmpty()) {
        boolean good = response.getKey().startsWith("2") || response.getKey().equals("default");
        boolean main = first && good;
        first &= !main;
        messages.add(
            new Message(
                main ? "response" : "response " + response.getKey(),
                orAny(schema, faults),
                pointer,
                faults));
      }
    }
    return messages;
  }

  /** The schema, or where there is none one of anything that says why. */
  private static JsonNode orAny(@Nullable JsonNode schema, List<String> faults) {
    return schema == null
        ? JsonNodeFactory.instance.objectNode().put("description", String.join(" ", faults))
        : schema;
  }

  /** Parameters of path, query, header and form, as the fields of one object. */
  private ObjectNode parameters(Operation operation, List<String> faults) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = object.putObject("properties");
    for (JsonNode list : List.of(operation.item(), operation.node())) {
      for (JsonNode given : list.path("parameters")) {
        JsonNode parameter = resolved(given, operation.pointer() + "/parameters", faults);
        String name = parameter.path("name").asText();
        if (name.isEmpty() || parameter.path("in").asText().equals("body")) {
          continue;
        }
        JsonNode schema = parameter.path("schema");
        // Swagger 2 has the schema's words in the parameter itself.
        JsonNode own = schema.isObject() ? schema : swagger(parameter);
        properties.set(name, own);
        if (parameter.path("required").asBoolean()) {
          object.withArray("required").add(name);
        }
      }
    }
    return object;
  }

  private static JsonNode swagger(JsonNode parameter) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    for (String keyword : List.of("type", "format", "enum", "items", "maxLength", "description")) {
      if (parameter.has(keyword)) {
        schema.set(keyword, parameter.get(keyword));
      }
    }
    if (schema.path("type").asText().equals("file")) {
      schema.put("type", "string").put("contentEncoding", "base64");
    }
    return schema;
  }

  private @Nullable JsonNode request(Operation operation, List<String> faults) {
    JsonNode body = operation.node().path("requestBody");
    if (body.isObject()) {
      return content(resolved(body, operation.pointer() + "/requestBody", faults));
    }
    for (JsonNode list : List.of(operation.node(), operation.item())) {
      for (JsonNode given : list.path("parameters")) {
        // What cannot be found is told with the parameters.
        JsonNode parameter =
            resolved(given, operation.pointer() + "/parameters", new ArrayList<>());
        if (parameter.path("in").asText().equals("body")) {
          return parameter.path("schema");
        }
      }
    }
    return null;
  }

  /** The schema of a message: JSON's where it has several media types, else the first. */
  private static @Nullable JsonNode content(JsonNode message) {
    if (message.path("schema").isObject()) {
      return message.get("schema");
    }
    JsonNode found = null;
    for (Map.Entry<String, JsonNode> type : message.path("content").properties()) {
      JsonNode schema = type.getValue().path("schema");
      if (schema.isObject() && (found == null || type.getKey().contains("json"))) {
        found = schema;
        if (type.getKey().contains("json")) {
          return found;
        }
      }
    }
    return found;
  }

  /**
   * A message of an operation, which is needed.
   *
   * @return null where it has none of that part
   * @throws SchemaException where its schema is wrong or leads where nothing is read
   */
  @Nullable SchemaNode message(Operation operation, String part) throws SchemaException {
    for (Message message : messages(operation)) {
      if (message.part().equals(part)) {
        if (!message.faults().isEmpty()) {
          throw new SchemaException(message.faults().getFirst());
        }
        return schemas.node(part, message.schema(), message.pointer(), false);
      }
    }
    return null;
  }

  /** A message that is not whole says so and may hold anything; the others are still there. */
  private SchemaNode node(Message message) {
    try {
      return schemas.node(message.part(), message.schema(), message.pointer(), false);
    } catch (SchemaException e) {
      return SchemaNode.builder(message.part(), FieldType.ANY)
          .open(true)
          .nullable(true)
          .facets(documented(e.getMessage()))
          .build();
    }
  }

  private JsonNode resolved(JsonNode object, String pointer, List<String> faults) {
    try {
      return schemas.resolved(object, pointer);
    } catch (SchemaException e) {
      // What cannot be found has no schema, and its message says so.
      faults.add(String.valueOf(e.getMessage()));
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private static Facets documented(@Nullable String text) {
    return new Facets(null, null, null, null, List.of(), null, null, null, text, false);
  }
}
