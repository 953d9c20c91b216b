package fieldloom.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.store.Store;
import java.util.List;

/**
 * A mapping between two schemas of 10,000 fields in a hundred groups, with 2,000 links, of which
 * each tenth goes through a function, and a sample that has a value for each field that is read.
 */
final class CanvasCase {
  static final String NAME = "wide.flmap";
  static final int GROUPS = 100;
  static final int FIELDS = 100;
  static final int LINKS = 2_000;

  private static final int APART = GROUPS * FIELDS / LINKS;
  private static final int FUNCTION_EACH = 10;
  private static final JsonMapper JSON = WindowRun.JSON;

  private CanvasCase() {}

  /** The documents of the workspace. */
  static List<Store.NewDocument> documents() throws JsonProcessingException {
    return List.of(
        WindowRun.document(Store.Kind.MAPPING, NAME, mapping()),
        WindowRun.document(Store.Kind.SCHEMA, "in.schema.json", schema("Source")),
        WindowRun.document(Store.Kind.SCHEMA, "out.schema.json", schema("Target")),
        WindowRun.document(Store.Kind.SAMPLE, "sample.json", sample()));
  }

  private static ObjectNode mapping() {
    ObjectNode mapping = WindowRun.mapping("Wide");
    var rules = mapping.putArray("rules");
    for (int i = 0; i < LINKS; i++) {
      String path = path(i * APART);
      ObjectNode rule = rules.addObject().put("to", path);
      if (i % FUNCTION_EACH == 0) {
        rule.put("formula", "UPPER(in." + path + ")");
      } else {
        rule.put("from", "in." + path);
      }
    }
    mapping
        .putArray("tests")
        .addObject()
        .put("name", "sample")
        .putObject("in")
        .put("in", "sample.json");
    return mapping;
  }

  private static ObjectNode schema(String title) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object").put("title", title);
    ObjectNode groups = schema.putObject("properties");
    for (int i = 0; i < GROUPS * FIELDS; i++) {
      groups
          .withObjectProperty("group" + i / FIELDS)
          .put("type", "object")
          .withObjectProperty("properties")
          .putObject("field" + i)
          .put("type", "string")
          .put("title", title + " field " + i + " 字段");
    }
    return schema;
  }

  private static ObjectNode sample() {
    ObjectNode record = JSON.createObjectNode();
    for (int i = 0; i < LINKS; i++) {
      int field = i * APART;
      record.withObjectProperty("group" + field / FIELDS).put("field" + field, "value " + field);
    }
    return record;
  }

  private static String path(int field) {
    return "group" + field / FIELDS + ".field" + field;
  }
}
