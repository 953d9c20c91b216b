package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.pack.PackageContent.Kind;
import fieldloom.pack.PackageContent.Part;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a package says of itself.
 *
 * @param name the mapping's name
 * @param mapping the mapping's path in the package
 * @param parts every other file of the package
 */
record Manifest(String name, String mapping, List<Part> parts) {
  static final String FILE = "manifest.json";
  private static final String VERSION = "fieldloomPackage";

  Manifest {
    parts = List.copyOf(parts);
  }

  byte[] write() {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put(VERSION, 1)
            .put("name", name)
            .put("mapping", mapping);
    ArrayNode list = out.putArray("parts");
    for (Part part : parts) {
      list.addObject()
          .put("path", part.path())
          .put("kind", part.kind().label())
          .put("size", part.size())
          .put("sha256", part.sha256());
    }
    return JsonPrinter.print(out).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a manifest; what it does not know in it is let be. */
  static Manifest read(byte[] content, String label) throws PackException {
    String where = label + ", " + FILE;
    JsonNode json = JsonText.parse(content, where);
    JsonNode version = json.path(VERSION);
    if (!version.isNumber()) {
      throw new PackException(
          where + ": /" + VERSION + " is missing; this zip is no package of Fieldloom.");
    }
    if (version.decimalValue().compareTo(BigDecimal.ONE) != 0) {
      throw new PackException(
          where
              + ": the package is of version "
              + version.asText()
              + ", this version reads 1; open it with a newer Fieldloom.");
    }
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : member(json, "", "parts", json.path("parts").isArray(), where)) {
      parts.add(part(part, "/parts/" + parts.size(), where));
    }
    return new Manifest(text(json, "", "name", where), text(json, "", "mapping", where), parts);
  }

  private static Part part(JsonNode json, String at, String where) throws PackException {
    JsonNode size = member(json, at, "size", json.path("size").canConvertToLong(), where);
    return new Part(
        text(json, at, "path", where),
        Kind.of(json.path("kind").asText()),
        size.longValue(),
        text(json, at, "sha256", where));
  }

  private static String text(JsonNode json, String at, String name, String where)
      throws PackException {
    return member(json, at, name, json.path(name).isTextual(), where).asText();
  }

  private static JsonNode member(JsonNode json, String at, String name, boolean ok, String where)
      throws PackException {
    if (!ok) {
      throw new PackException(
          where + ": " + at + "/" + name + " is missing or of a wrong type; export it anew.");
    }
    return json.path(name);
  }
}
