package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.schema.SchemaException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a {@code $ref} names within its own document. Others are not read. */
final class SchemaRefs {
  private final String fileName;
  private final JsonNode root;
  private final Map<String, JsonNode> named = new HashMap<>();

  SchemaRefs(String fileName, JsonNode root) {
    this.fileName = fileName;
    this.root = root;
    collect(root);
  }

  /** The schemas that have names of their own: {@code $id} and {@code $anchor}. */
  private void collect(JsonNode node) {
    if (node.isObject()) {
      for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
        if (node.path(keyword).isTextual()) {
          named.putIfAbsent("#" + node.get(keyword).textValue(), node);
        }
      }
      for (String keyword : new String[] {"$id", "id"}) {
        if (node.path(keyword).isTextual()) {
          named.putIfAbsent(node.get(keyword).textValue(), node);
        }
      }
    }
    node.forEach(this::collect);
  }

  /**
   * The schema that a reference names.
   *
   * @param pointer where the reference stands
   */
  JsonNode resolve(String ref, String pointer) throws SchemaException {
    String local = ref;
    String id = root.path("$id").asText("");
    if (!id.isEmpty() && ref.startsWith(stripFragment(id) + "#")) {
      local = ref.substring(stripFragment(id).length());
    }
    JsonNode found = named.get(local);
    if (local.equals("#") || local.isEmpty()) {
      found = root;
    } else if (found == null && local.startsWith("#/")) {
      found = at(local.substring(1));
    }
    if (found != null) {
      return found;
    }
    if (local.startsWith("#")) {
      throw new SchemaException(
          "The $ref \"%s\" at %s of %s names nothing in the file; correct it or add the definition."
              .formatted(ref, pointer, fileName));
    }
    throw new SchemaException(
        ("The $ref \"%s\" at %s of %s leads to another file, which is not read; copy the definition"
                + " under $defs and refer to it there.")
            .formatted(ref, pointer, fileName));
  }

  /** The schema that a reference names, which was found before. */
  JsonNode known(String ref) {
    try {
      return resolve(ref, "");
    } catch (SchemaException e) {
      throw new IllegalStateException("a reference that was checked", e);
    }
  }

  private static String stripFragment(String id) {
    int mark = id.indexOf('#');
    return mark < 0 ? id : id.substring(0, mark);
  }

  private @Nullable JsonNode at(String fragment) {
    JsonNode plain = root.at(JsonPointer.compile(fragment));
    if (!plain.isMissingNode() || fragment.indexOf('%') < 0) {
      return plain.isMissingNode() ? null : plain;
    }
    try {
      String decoded = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
      JsonNode found = root.at(JsonPointer.compile(decoded));
      return found.isMissingNode() ? null : found;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
