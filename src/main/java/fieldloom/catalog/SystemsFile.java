package fieldloom.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.Titles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code systems.json}: which systems the catalog has, in which order. */
final class SystemsFile {
  private static final JsonMapper JSON = new JsonMapper();

  private SystemsFile() {}

  /** The nine systems before the vendors, each kind in the file's order. */
  static List<CatalogSystem> read(byte[] content) throws IOException {
    List<CatalogSystem> systems = new ArrayList<>();
    List<CatalogSystem> vendors = new ArrayList<>();
    for (JsonNode node : JSON.readTree(content).path("systems")) {
      boolean vendor = node.path("kind").asText().equals("vendor");
      (vendor ? vendors : systems)
          .add(
              new CatalogSystem(
                  node.path("id").asText(),
                  vendor,
                  node.path("name").asText(),
                  titles(node.path("title")),
                  titles(node.path("sentence")),
                  node.path("icon").asText()));
    }
    systems.addAll(vendors);
    return List.copyOf(systems);
  }

  private static Titles titles(JsonNode node) {
    return new Titles(node.path("en").asText(), node.path("zh").asText());
  }
}
