package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the fields of JSON Schemas by walking their documents as plain JSON, without any of the
 * product's code: what the product says is compared with it. References lead to a pointer of the
 * same file, to another file of the folder, or to the root.
 */
final class JsonFields {
  private final Path folder;
  private final Map<String, JsonNode> files = new HashMap<>();
  private final String main;

  JsonFields(Path file) {
    folder = file.toAbsolutePath().getParent();
    main = file.getFileName().toString();
  }

  /** A schema, and the file in which it stands. */
  private record Place(String file, JsonNode schema) {}

  /** How many paths of fields there are down to a depth; those of items count as their list's. */
  long count(int depth) throws IOException {
    return count(List.of(new Place(main, file(main))), depth, new HashMap<>());
  }

  private long count(List<Place> schemas, int depth, Map<String, Long> known) throws IOException {
    if (depth == 0) {
      return 0;
    }
    List<Place> all = new ArrayList<>();
    for (Place schema : schemas) {
      add(schema, all);
    }
    String key = depth + identities(all);
    Long there = known.get(key);
    if (there != null) {
      return there;
    }
    Map<String, List<Place>> fields = new LinkedHashMap<>();
    for (Place place : all) {
      for (Map.Entry<String, JsonNode> field : place.schema().path("properties").properties()) {
        fields
            .computeIfAbsent(field.getKey(), name -> new ArrayList<>())
            .add(new Place(place.file(), field.getValue()));
      }
    }
    long count = 0;
    for (List<Place> field : fields.values()) {
      count += 1 + count(items(field), depth - 1, known);
    }
    known.put(key, count);
    return count;
  }

  private static String identities(List<Place> places) {
    StringBuilder text = new StringBuilder();
    places.forEach(place -> text.append(' ').append(System.identityHashCode(place.schema())));
    return text.toString();
  }

  /** What the items of a list are; what is no list is itself. */
  private List<Place> items(List<Place> schemas) throws IOException {
    List<Place> all = new ArrayList<>();
    for (Place schema : schemas) {
      add(schema, all);
    }
    List<Place> items = new ArrayList<>();
    boolean list = false;
    for (Place place : all) {
      JsonNode type = place.schema().path("type");
      list |= type.asText().equals("array");
      if (place.schema().path("items").isObject()) {
        items.add(new Place(place.file(), place.schema().get("items")));
      }
    }
    return list ? items(items) : schemas;
  }

  /** A schema and all that it refers to or is put together of. */
  private void add(Place place, List<Place> all) throws IOException {
    if (!place.schema().isObject() || all.stream().anyMatch(p -> p.schema() == place.schema())) {
      return;
    }
    all.add(place);
    for (String keyword : List.of("$ref", "$recursiveRef", "$dynamicRef")) {
      String ref = place.schema().path(keyword).asText();
      if (!ref.isEmpty()) {
        add(found(place.file(), ref, keyword.equals("$ref")), all);
      }
    }
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      for (JsonNode branch : place.schema().path(keyword)) {
        add(new Place(place.file(), branch), all);
      }
    }
  }

  private Place found(String from, String ref, boolean plain) throws IOException {
    // What is dynamic or recursive means the whole meta-schema, whatever file it stands in.
    if (!plain) {
      return new Place(main, file(main));
    }
    int mark = ref.indexOf('#');
    String path = mark < 0 ? ref : ref.substring(0, mark);
    String pointer = mark < 0 ? "" : ref.substring(mark + 1);
    String file = path.isEmpty() ? from : Path.of(from).resolveSibling(path).normalize().toString();
    JsonNode root = file(file);
    return new Place(file, pointer.isEmpty() ? root : root.at(pointer));
  }

  private JsonNode file(String name) throws IOException {
    JsonNode known = files.get(name);
    if (known == null) {
      known = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(name)));
      files.put(name, known);
    }
    return known;
  }
}
