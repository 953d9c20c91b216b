package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.pack.PackageContent.Kind;
import fieldloom.schema.ReadFiles;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaLoader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that schemas beside a mapping refer to, from file to file: what their readers read, and
 * what JSON Schemas name with {@code $ref} in parts that the mapping does not use.
 */
final class SchemaParts {
  private SchemaParts() {}

  /** Adds them to the files of a package; one that is not there is left to the schema's reader. */
  static void addTo(Map<String, Kind> files, Mapping mapping, Resources resources)
      throws PackException {
    ReadFiles reading = new ReadFiles(resources);
    SchemaLoader.load(mapping, reading);
    reading.all().keySet().forEach(name -> files.putIfAbsent(PartNames.plain(name), Kind.SCHEMA));
    Deque<String> open = new ArrayDeque<>();
    files.forEach(
        (name, kind) -> {
          if (kind == Kind.SCHEMA) {
            open.add(name);
          }
        });
    while (!open.isEmpty()) {
      String schema = open.remove();
      for (String ref : references(schema, resources)) {
        @Nullable String file = resolve(schema, ref);
        if (file != null && !files.containsKey(file) && isThere(file, resources)) {
          files.put(file, Kind.SCHEMA);
          open.add(file);
        }
      }
    }
  }

  private static List<String> references(String schema, Resources resources) {
    try {
      byte[] content = SchemaContent.ofSchema(resources, schema);
      if (content == null) {
        // A sample, which refers to nothing.
        return List.of();
      }
      JsonNode json = JsonText.parse(content, schema);
      return json.findValues("$ref").stream()
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .distinct()
          .toList();
    } catch (IOException | PackException e) {
      // No JSON, or not there: whoever packs or reads the schema says so.
      return List.of();
    }
  }

  /** The file a reference names, seen from the mapping's folder; null where it names none there. */
  private static @Nullable String resolve(String schema, String ref) {
    String path = ref.contains("#") ? ref.substring(0, ref.indexOf('#')) : ref;
    if (path.isEmpty()) {
      return null;
    }
    try {
      URI uri = URI.create(path);
      if (uri.isAbsolute() || uri.getPath() == null || uri.getPath().startsWith("/")) {
        return null;
      }
      String file = normal(PartNames.folder(schema) + uri.getPath());
      return file == null || PartNames.fault(file) != null ? null : file;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Takes {@code .} and {@code ..} out; null where that leads outside. */
  private static @Nullable String normal(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..") && segments.pollLast() == null) {
        return null;
      }
      if (!segment.equals("..") && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  private static boolean isThere(String file, Resources resources) throws PackException {
    try {
      resources.open(file).close();
      return true;
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new PackException("The schema “" + file + "” cannot be read: " + e.getMessage(), e);
    }
  }
}
