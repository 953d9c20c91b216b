package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a {@code $ref} names, in its own document or in a file around it. References of files
 * that are read on the way are rewritten to say which file they mean, so that a node can be asked
 * for without knowing where it came from.
 */
final class SchemaRefs {
  /** Starts a reference that has been resolved to a path. */
  private static final char RESOLVED = '\u0001';

  private static final Set<String> REFS = Set.of("$ref", "$dynamicRef", "$recursiveRef");

  private final SchemaFile file;
  private final Tree root;
  private final Consumer<JsonNode> prepare;
  private final Map<String, Tree> others = new HashMap<>();

  /**
   * @param prepare makes a JSON Schema of each further file that is read
   */
  SchemaRefs(SchemaFile file, JsonNode root, Consumer<JsonNode> prepare) {
    this.file = file;
    this.root = new Tree(root);
    this.prepare = prepare;
  }

  /** A document and the schemas in it that have names of their own. */
  private static final class Tree {
    private final JsonNode root;
    private final Map<String, JsonNode> named = new HashMap<>();

    Tree(JsonNode root) {
      this.root = root;
      collect(root);
    }

    /** {@code $id} and {@code $anchor}. */
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

    /** The document's own address without a fragment; "" where it has none. */
    String id() {
      return stripFragment(root.path("$id").asText(""));
    }

    @Nullable JsonNode find(String local) {
      JsonNode found = named.get(local);
      if (local.equals("#") || local.isEmpty()) {
        return root;
      }
      return found == null && local.startsWith("#/") ? at(local.substring(1)) : found;
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

  /**
   * The schema that a reference names.
   *
   * @param pointer where the reference stands
   */
  JsonNode resolve(String ref, String pointer) throws SchemaException {
    if (!ref.isEmpty() && ref.charAt(0) == RESOLVED) {
      int mark = ref.indexOf('#');
      return in(ref.substring(1, mark), ref.substring(mark), pointer);
    }
    String local = local(root, ref);
    JsonNode found = root.find(local);
    if (found != null) {
      return found;
    }
    if (local.startsWith("#")) {
      throw nothing(ref, pointer, file.label());
    }
    if (file.around() == null) {
      throw new SchemaException(
          ("The $ref \"%s\" at %s of %s leads to another file, which is not read; copy the"
                  + " definition under $defs and refer to it there.")
              .formatted(ref, pointer, file.label()));
    }
    String path = file.resolve(stripFragment(local));
    return in(path, local.substring(stripFragment(local).length()), pointer);
  }

  private JsonNode in(String path, String fragment, String pointer) throws SchemaException {
    Tree tree = path.equals(file.path()) ? root : others.get(path);
    if (tree == null) {
      tree = read(path);
      others.put(path, tree);
    }
    JsonNode found = tree.find(fragment);
    if (found == null && fragment.startsWith("#")) {
      found = tree.named.get(fragment.substring(1));
    }
    if (found == null) {
      throw nothing(path + fragment, pointer, file.label());
    }
    return found;
  }

  private Tree read(String path) throws SchemaException {
    SchemaFile other = file.open(toRoot(path));
    JsonNode content = JsonTrees.read(other);
    prepare.accept(content);
    Tree tree = new Tree(content);
    rewrite(tree, tree.root, other);
    return tree;
  }

  /** A path of the files around as a reference from the first file. */
  private String toRoot(String path) {
    return "../".repeat((int) file.path().chars().filter(c -> c == '/').count()) + path;
  }

  private void rewrite(Tree tree, JsonNode node, SchemaFile from) throws SchemaException {
    if (node instanceof ObjectNode object) {
      for (String keyword : REFS) {
        if (object.path(keyword).isTextual()) {
          String ref = object.get(keyword).textValue();
          boolean outermost = isOutermost(keyword, ref, tree);
          object.put(keyword, outermost ? RESOLVED + file.path() + ref : resolved(tree, ref, from));
        }
      }
    }
    for (JsonNode part : node) {
      rewrite(tree, part, from);
    }
  }

  /**
   * Whether a dynamic reference means the schema with which reading began: that one and the file in
   * which it stands both offer the same place for extension.
   */
  private boolean isOutermost(String keyword, String ref, Tree tree) {
    return switch (keyword) {
      case "$recursiveRef" ->
          ref.equals("#")
              && root.root.path("$recursiveAnchor").asBoolean()
              && tree.root.path("$recursiveAnchor").asBoolean();
      case "$dynamicRef" -> isDynamic(root, ref) && isDynamic(tree, ref);
      default -> false;
    };
  }

  private static boolean isDynamic(Tree tree, String ref) {
    JsonNode named = tree.named.get(ref);
    return named != null && ref.equals("#" + named.path("$dynamicAnchor").asText());
  }

  private static String resolved(Tree tree, String ref, SchemaFile from) throws SchemaException {
    String local = local(tree, ref);
    if (local.isEmpty() || local.startsWith("#") || tree.named.containsKey(local)) {
      return RESOLVED + from.path() + "#" + (local.startsWith("#") ? local.substring(1) : local);
    }
    String fragment = local.substring(stripFragment(local).length());
    return RESOLVED + from.resolve(stripFragment(local)) + (fragment.isEmpty() ? "#" : fragment);
  }

  /** A reference below the document's own address is one below its folder. */
  private static String local(Tree tree, String ref) {
    String id = tree.id();
    if (tree.named.containsKey(ref) || id.isEmpty()) {
      return ref;
    }
    if (ref.equals(id) || ref.startsWith(id + "#")) {
      return ref.substring(id.length());
    }
    String base = id.substring(0, id.lastIndexOf('/') + 1);
    return !base.isEmpty() && ref.startsWith(base) ? ref.substring(base.length()) : ref;
  }

  /** The schema that a reference names, which was found before. */
  JsonNode known(String ref) {
    try {
      return resolve(ref, "");
    } catch (SchemaException e) {
      throw new IllegalStateException("a reference that was checked", e);
    }
  }

  private static SchemaException nothing(String ref, String pointer, String fileName) {
    return new SchemaException(
        "The $ref \"%s\" at %s of %s names nothing in the file; correct it or add the definition."
            .formatted(ref, pointer, fileName));
  }

  private static String stripFragment(String id) {
    int mark = id.indexOf('#');
    return mark < 0 ? id : id.substring(0, mark);
  }
}
