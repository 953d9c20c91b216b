package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.schema.SchemaException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through a whole JSON Schema before anything is made of it, so that nodes made later cannot
 * fail: keywords have the right kinds, references lead somewhere, and no schema is itself only by
 * way of itself.
 */
final class SchemaChecker {
  private static final int MAX_DEPTH = 1_000;
  private static final List<String> TEXTS =
      List.of("title", "description", "pattern", "format", "contentEncoding", "$ref", "$id");
  private static final List<String> REFS = List.of("$ref", "$dynamicRef", "$recursiveRef");
  private static final List<String> COUNTS = List.of("maxLength", "x-digits", "x-scale");
  private static final List<String> NUMBERS = List.of("minimum", "maximum", "multipleOf");
  private static final List<String> NAMED =
      List.of("properties", "$defs", "definitions", "patternProperties");
  private static final List<String> SINGLE =
      List.of("additionalProperties", "not", "if", "then", "else", "unevaluatedProperties");
  private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final List<String> HEADS = List.of("allOf", "anyOf", "oneOf");

  private int depth;
  private final String fileName;
  private final SchemaRefs refs;
  private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<JsonNode> headsDone = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<JsonNode> headsOpen = Collections.newSetFromMap(new IdentityHashMap<>());

  SchemaChecker(String fileName, SchemaRefs refs) {
    this.fileName = fileName;
    this.refs = refs;
  }

  /** Checks a schema and all it leads to. */
  void check(JsonNode schema, String pointer) throws SchemaException {
    if (depth > 0) {
      follow(schema, pointer);
      return;
    }
    try {
      follow(schema, pointer);
    } catch (StackOverflowError e) {
      // The thread has room for fewer than are allowed.
      throw tooDeep(pointer);
    }
  }

  private SchemaException tooDeep(String pointer) {
    return new SchemaException(
        "The schema "
            + fileName
            + " has more than 1,000 schemas within each other, or leading to each other, at "
            + shown(pointer)
            + "; so many are not followed, give one with fewer.");
  }

  private void follow(JsonNode schema, String pointer) throws SchemaException {
    if (!seen.add(schema)) {
      return;
    }
    if (schema.isBoolean()) {
      return;
    }
    if (!schema.isObject()) {
      throw wrong(pointer, "a schema, which is an object or true or false");
    }
    if (++depth > MAX_DEPTH) {
      throw tooDeep(pointer);
    }
    kinds(schema, pointer);
    types(schema, pointer);
    parts(schema, pointer);
    heads(schema, pointer);
    depth--;
  }

  private void kinds(JsonNode schema, String pointer) throws SchemaException {
    for (String keyword : TEXTS) {
      expect(schema, pointer, keyword, schema.path(keyword).isTextual(), "a text");
    }
    for (String keyword : COUNTS) {
      JsonNode value = schema.path(keyword);
      boolean count =
          value.isNumber()
              && value.decimalValue().signum() >= 0
              && value.decimalValue().remainder(java.math.BigDecimal.ONE).signum() == 0
              && value.decimalValue().compareTo(java.math.BigDecimal.valueOf(Integer.MAX_VALUE))
                  <= 0;
      expect(schema, pointer, keyword, count, "a whole number from 0");
    }
    for (String keyword : NUMBERS) {
      expect(schema, pointer, keyword, schema.path(keyword).isNumber(), "a number");
    }
    expect(schema, pointer, "enum", schema.path("enum").isArray(), "a list of values");
    expect(schema, pointer, "x-key", schema.path("x-key").isBoolean(), "true or false");
    boolean names = schema.path("required").isArray();
    for (JsonNode name : schema.path("required")) {
      names &= name.isTextual();
    }
    expect(schema, pointer, "required", names, "a list of names");
  }

  private void types(JsonNode schema, String pointer) throws SchemaException {
    JsonNode type = schema.path("type");
    boolean right = type.isTextual() && JsonType.of(type.textValue()) != null;
    if (type.isArray()) {
      right = !type.isEmpty();
      for (JsonNode one : type) {
        right &= one.isTextual() && JsonType.of(one.textValue()) != null;
      }
    }
    expect(
        schema,
        pointer,
        "type",
        right,
        "string, integer, number, boolean, object, array or null, or a list of these");
  }

  private void parts(JsonNode schema, String pointer) throws SchemaException {
    for (String keyword : NAMED) {
      expect(schema, pointer, keyword, schema.path(keyword).isObject(), "an object of schemas");
      for (Map.Entry<String, JsonNode> part : schema.path(keyword).properties()) {
        check(part.getValue(), pointer + "/" + keyword + "/" + escape(part.getKey()));
      }
    }
    for (String keyword : SINGLE) {
      if (schema.has(keyword)) {
        check(schema.get(keyword), pointer + "/" + keyword);
      }
    }
    for (String keyword : LISTS) {
      JsonNode list = schema.path(keyword);
      expect(schema, pointer, keyword, list.isArray() && !list.isEmpty(), "a list of schemas");
      checkList(list, pointer + "/" + keyword);
    }
    JsonNode items = schema.path("items");
    if (items.isArray()) {
      checkList(items, pointer + "/items");
    } else if (!items.isMissingNode()) {
      check(items, pointer + "/items");
    }
    for (String keyword : REFS) {
      if (schema.path(keyword).isTextual()) {
        String ref = schema.get(keyword).textValue();
        JsonNode target = refs.resolve(ref, pointer + "/" + keyword);
        check(target, ref.startsWith("#/") ? ref.substring(1) : pointer + "/" + keyword);
      }
    }
  }

  private void checkList(JsonNode list, String pointer) throws SchemaException {
    for (int i = 0; i < list.size(); i++) {
      check(list.get(i), pointer + "/" + i);
    }
  }

  /** Follows what must be known before a schema's type is: it must not lead back. */
  private void heads(JsonNode schema, String pointer) throws SchemaException {
    if (headsDone.contains(schema)) {
      return;
    }
    if (!headsOpen.add(schema)) {
      throw new SchemaException(
          "The schema at "
              + shown(pointer)
              + " of "
              + fileName
              + " is defined by itself alone; give it a type or properties of its own.");
    }
    for (String keyword : REFS) {
      if (schema.path(keyword).isTextual()) {
        heads(refs.resolve(schema.get(keyword).textValue(), pointer), pointer);
      }
    }
    for (String keyword : HEADS) {
      for (JsonNode branch : schema.path(keyword)) {
        heads(branch, pointer);
      }
    }
    headsOpen.remove(schema);
    headsDone.add(schema);
  }

  private void expect(JsonNode schema, String pointer, String keyword, boolean right, String what)
      throws SchemaException {
    if (schema.has(keyword) && !right) {
      throw wrong(pointer + "/" + keyword, what);
    }
  }

  private SchemaException wrong(String pointer, String what) {
    return new SchemaException(
        "The schema "
            + fileName
            + " has a wrong value at "
            + shown(pointer)
            + ": it must be "
            + what
            + "; correct it.");
  }

  private static String shown(String pointer) {
    return pointer.isEmpty() ? "its root" : pointer;
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
