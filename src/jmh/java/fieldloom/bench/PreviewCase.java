package fieldloom.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.store.Store;
import java.util.List;

/**
 * A mapping of 500 rules, links and functions of several kinds, 100 of them in a loop over 100
 * lines, and a sample of somewhat more than 100 KB. What it becomes has some 10,000 lines.
 */
final class PreviewCase {
  static final String NAME = "Documents.flmap";
  static final int RULES = 500;
  static final int LINES = 100;

  /** What the amounts of all lines come to. */
  static final int TOTAL = LINES * (LINES + 1) / 2;

  private static final int LINE_RULES = 99;
  private static final int HEAD_RULES = RULES - LINE_RULES - 1;
  private static final int HEAD_FIELDS = 100;
  private static final int LINE_FIELDS = 40;
  private static final int KINDS = 8;
  private static final JsonMapper JSON = WindowRun.JSON;

  private PreviewCase() {}

  /** The documents of the workspace. */
  static List<Store.NewDocument> documents() throws JsonProcessingException {
    return List.of(
        WindowRun.document(Store.Kind.MAPPING, NAME, mapping()),
        WindowRun.document(
            Store.Kind.SCHEMA, "in.schema.json", schema("Order", HEAD_FIELDS, LINE_FIELDS)),
        WindowRun.document(
            Store.Kind.SCHEMA, "out.schema.json", schema("Bill", HEAD_RULES, LINE_RULES)),
        WindowRun.document(Store.Kind.SAMPLE, "sample.json", sample()),
        WindowRun.document(Store.Kind.OTHER, "wanted.json", wanted()));
  }

  /** Bytes of the sample. */
  static int sampleBytes() throws JsonProcessingException {
    return JSON.writeValueAsBytes(sample()).length;
  }

  private static ObjectNode mapping() {
    ObjectNode mapping = WindowRun.mapping("Documents");
    ArrayNode rules = mapping.putArray("rules");
    for (int i = 0; i < HEAD_RULES; i++) {
      rule(rules, i, "head" + i, "in.head" + i % HEAD_FIELDS, "in.amount");
    }
    rules.addObject().put("to", "lines[]").put("each", "in.lines[]").put("as", "line");
    for (int i = 0; i < LINE_RULES; i++) {
      rule(rules, i, "lines[].part" + i, "line.part" + i % LINE_FIELDS, "line.amount");
    }
    mapping
        .putArray("tests")
        .addObject()
        .put("name", "sample")
        .put("expect", "wanted.json")
        .putObject("in")
        .put("in", "sample.json");
    return mapping;
  }

  private static void rule(ArrayNode rules, int i, String to, String from, String amount) {
    ObjectNode rule = rules.addObject().put("to", to);
    switch (i % KINDS) {
      case 0 -> rule.put("formula", "UPPER(" + from + ")");
      case 1 -> rule.put("formula", "CONCAT(" + from + ", \"-\", ROUND(" + amount + " * 1.13, 2))");
      case 2 -> rule.put("formula", "IF(" + amount + " > 50, LEFT(" + from + ", 5), " + from + ")");
      case 3 -> rule.put("formula", "COALESCE(" + from + ", \"none\")");
      default -> rule.put("from", from);
    }
  }

  private static ObjectNode schema(String title, int head, int parts) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object").put("title", title);
    ObjectNode fields = schema.putObject("properties");
    for (int i = 0; i < head; i++) {
      fields.putObject("head" + i).put("type", "string").put("title", "Head " + i + " 字段");
    }
    fields.putObject("amount").put("type", "number");
    ObjectNode line = fields.putObject("lines").put("type", "array").putObject("items");
    ObjectNode inside = line.put("type", "object").putObject("properties");
    inside.putObject("amount").put("type", "number");
    for (int i = 0; i < parts; i++) {
      inside.putObject("part" + i).put("type", "string").put("title", "Part " + i + " 字段");
    }
    return schema;
  }

  /**
   * What the test wants: of fields that are linked what comes, of the others nothing, so that every
   * other line of the documents differs.
   */
  private static ObjectNode wanted() {
    ObjectNode record = JSON.createObjectNode();
    for (int i = 0; i < HEAD_RULES; i++) {
      if (i % KINDS >= KINDS / 2) {
        record.put("head" + i, "Value " + i % HEAD_FIELDS);
      }
    }
    ArrayNode lines = record.putArray("lines");
    for (int n = 1; n <= LINES; n++) {
      ObjectNode line = lines.addObject();
      for (int i = 0; i < LINE_RULES; i++) {
        if (i % KINDS >= KINDS / 2) {
          line.put("part" + i, "Part " + i % LINE_FIELDS + " of line " + n);
        }
      }
    }
    return record;
  }

  private static ObjectNode sample() {
    ObjectNode record = JSON.createObjectNode();
    for (int i = 0; i < HEAD_FIELDS; i++) {
      record.put("head" + i, "Value " + i);
    }
    record.put("amount", TOTAL);
    ArrayNode lines = record.putArray("lines");
    for (int n = 1; n <= LINES; n++) {
      ObjectNode line = lines.addObject().put("amount", n);
      for (int i = 0; i < LINE_FIELDS; i++) {
        line.put("part" + i, "Part " + i + " of line " + n);
      }
    }
    return record;
  }
}
