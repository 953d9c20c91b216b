package fieldloom.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Holds the bills of two contestants equal, numbers by value. */
final class BillCheck {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
          return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
      };

  private BillCheck() {}

  /**
   * @param wanted bills as NDJSON
   * @param got bills as NDJSON
   * @throws IllegalStateException where they differ, with the number of the first that does
   */
  static void requireEqual(byte[] wanted, byte[] got) throws IOException {
    List<JsonNode> one = read(wanted);
    List<JsonNode> other = read(got);
    if (one.size() != other.size()) {
      throw new IllegalStateException(
          "the contestants wrote " + one.size() + " and " + other.size() + " bills");
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).equals(BY_VALUE, other.get(i))) {
        throw new IllegalStateException(
            "bill " + (i + 1) + " differs: " + one.get(i) + " and " + other.get(i));
      }
    }
  }

  private static List<JsonNode> read(byte[] bills) throws IOException {
    try (MappingIterator<JsonNode> nodes = JSON.readerFor(JsonNode.class).readValues(bills)) {
      return nodes.readAll();
    }
  }
}
