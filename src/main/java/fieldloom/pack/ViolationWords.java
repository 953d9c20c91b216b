package fieldloom.pack;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import fieldloom.pack.MappingSchema.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says in plain words what the validator found. What to do comes from the {@code $comment} beside
 * the rule of the schema that was broken.
 */
final class ViolationWords {
  private static final int SHOWN = 40;

  private final JsonNode schema;

  ViolationWords(JsonNode schema) {
    this.schema = schema;
  }

  Violation describe(Error error) {
    String at = pointer(error.getInstanceLocation());
    JsonNode rule = error.getSchemaNode();
    JsonNode value = error.getInstanceNode();
    List<JsonNode> passed = passed(error.getEvaluationPath());
    return switch (String.valueOf(error.getKeyword())) {
      case "type" -> say(at, "must be " + types(rule) + ", it is " + kind(value), remedy(passed));
      case "required" -> {
        String name = String.valueOf(error.getProperty());
        yield say(Pointers.child(at, name), "is missing", remedyOf(name, passed));
      }
      case "dependentRequired" -> {
        Object[] names = error.getArguments();
        String needed = String.valueOf(names[0]);
        yield say(
            Pointers.child(at, String.valueOf(names[1])),
            "needs “" + needed + "” beside it",
            remedyOf(needed, passed));
      }
      case "enum" ->
          say(at, "must be one of " + values(rule) + ", it is " + shown(value), remedy(passed));
      case "const" -> say(at, "must be " + rule + ", it is " + shown(value), remedy(passed));
      case "minItems", "minLength" -> say(at, "must not be empty", remedy(passed));
      case "minimum" ->
          say(at, "must be at least " + rule + ", it is " + shown(value), remedy(passed));
      case "not" -> say(at, "must not stand here", remedy(passed));
      default -> say(at, "is not what the format of mapping files wants", remedy(passed));
    };
  }

  private static Violation say(String pointer, String what, @Nullable String remedy) {
    return new Violation(pointer, remedy == null ? what : what + "; " + remedy);
  }

  private static String pointer(NodePath path) {
    String pointer = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer = Pointers.child(pointer, String.valueOf(path.getElement(i)));
    }
    return pointer;
  }

  /** The parts of the schema on the way to the keyword, the nearest first; references followed. */
  private List<JsonNode> passed(NodePath path) {
    List<JsonNode> nodes = new ArrayList<>();
    JsonNode at = schema;
    nodes.add(at);
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      String step = String.valueOf(path.getElement(i));
      at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
      if (step.equals("$ref")) {
        at = schema.at(at.asString().substring(1));
      }
      nodes.add(at);
    }
    Collections.reverse(nodes);
    return nodes;
  }

  private static @Nullable String remedy(List<JsonNode> passed) {
    for (JsonNode node : passed) {
      if (node.path("$comment").isString()) {
        return node.path("$comment").asString();
      }
    }
    return null;
  }

  /** What to write for a member that is missing. */
  private static @Nullable String remedyOf(String member, List<JsonNode> passed) {
    for (JsonNode node : passed) {
      JsonNode comment = node.path("properties").path(member).path("$comment");
      if (comment.isString()) {
        return comment.asString();
      }
    }
    return remedy(passed);
  }

  private static String types(JsonNode rule) {
    if (rule.isString()) {
      return type(rule.asString());
    }
    List<String> names = rule.valueStream().map(name -> type(name.asString())).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  private static String type(String name) {
    return switch (name) {
      case "array" -> "a list";
      case "object" -> "an object";
      case "string" -> "a string";
      case "integer" -> "an integer";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "null" -> "null";
      default -> throw new IllegalStateException("no type of JSON: " + name);
    };
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a string";
      case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number with a fraction";
      case BOOLEAN -> value.toString();
      case NULL, MISSING, BINARY, POJO -> "null";
    };
  }

  private static String values(JsonNode rule) {
    return rule.valueStream().map(JsonNode::toString).collect(Collectors.joining(", "));
  }

  /** A scalar as it stands, cut where it is long; else what it is. */
  private static String shown(JsonNode value) {
    if (value.isContainer() || value.isNull()) {
      return kind(value);
    }
    String text = value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
