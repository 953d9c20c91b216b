package fieldloom.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import fieldloom.bench.peers.OrderGenerator;
import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A mapping of as many rules as are asked for, one a field, in parts of 20 fields; records for it,
 * and what they must become.
 */
final class WideCase {
  private static final int PART = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final WideField[] KINDS = WideField.values();

  private final int rules;
  private final RandomGenerator random =
      RandomGeneratorFactory.of("SplittableRandom").create(OrderGenerator.SEED);

  WideCase(int rules) {
    this.rules = rules;
  }

  /**
   * A record and what it becomes, both as JSON.
   *
   * @param in the record
   * @param out what the mapping must make of it
   */
  record Example(byte[] in, byte[] out) {}

  /** Another example, the same each time. */
  Example example() throws JsonProcessingException {
    ObjectNode in = JSON.createObjectNode();
    ObjectNode out = JSON.createObjectNode();
    for (int i = 0; i < rules; i++) {
      ValueNode value = kind(i).value(random);
      in.withObjectProperty(part(i)).set(field(i), value);
      out.withObjectProperty(part(i)).set(field(i), kind(i).expected(value));
    }
    return new Example(JSON.writeValueAsBytes(in), JSON.writeValueAsBytes(out));
  }

  /** The mapping, read and not compiled yet. */
  Mapping mapping() throws IOException {
    ObjectNode mapping = JSON.createObjectNode().put("fieldloom", 1).put("name", "wide");
    document(mapping.putArray("sources").addObject(), "in");
    document(mapping.putObject("target"), "out");
    var list = mapping.putArray("rules");
    for (int i = 0; i < rules; i++) {
      String path = part(i) + "." + field(i);
      ObjectNode rule = list.addObject().put("to", path);
      if (kind(i) == WideField.LINK) {
        rule.put("from", "in." + path);
      } else {
        rule.put("formula", kind(i).formula("in." + path));
      }
    }
    return FieldloomRun.mapping(JSON.writeValueAsBytes(mapping));
  }

  /** The schemas beside the mapping. */
  Resources files() throws JsonProcessingException {
    Map<String, byte[]> files =
        Map.of("in.schema.json", schema(true), "out.schema.json", schema(false));
    return name -> {
      byte[] content = files.get(name);
      if (content == null) {
        throw new FileNotFoundException("There is no file " + name + ".");
      }
      return new ByteArrayInputStream(content);
    };
  }

  private static void document(ObjectNode document, String name) {
    document.put("name", name).put("format", "ndjson").put("schema", name + ".schema.json");
  }

  private byte[] schema(boolean source) throws JsonProcessingException {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode parts = schema.putObject("properties");
    for (int i = 0; i < rules; i++) {
      parts
          .withObjectProperty(part(i))
          .put("type", "object")
          .withObjectProperty("properties")
          .set(field(i), source ? kind(i).sourceSchema() : kind(i).targetSchema());
    }
    return JSON.writeValueAsBytes(schema);
  }

  private static WideField kind(int i) {
    return KINDS[i % KINDS.length];
  }

  private static String part(int i) {
    return "part" + i / PART;
  }

  private static String field(int i) {
    return "field" + i % PART;
  }
}
