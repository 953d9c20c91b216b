package fieldloom.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;

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
   * @param wanted bills as JSON, one after the other
   * @param got bills as JSON, one after the other
   * @throws IllegalStateException where they differ, with the number of the first that does
   */
  static void requireEqual(byte[] wanted, byte[] got) throws IOException {
    requireEqual(new ByteArrayInputStream(wanted), new ByteArrayInputStream(got));
  }

  /** The same of two streams, which are left open. */
  static void requireEqual(InputStream wanted, InputStream got) throws IOException {
    MappingIterator<JsonNode> one = JSON.readerFor(JsonNode.class).readValues(wanted);
    MappingIterator<JsonNode> other = JSON.readerFor(JsonNode.class).readValues(got);
    for (long bill = 1; one.hasNextValue(); bill++) {
      JsonNode expected = one.nextValue();
      if (!other.hasNextValue()) {
        throw new IllegalStateException("there is no bill " + bill + ", wanted is " + expected);
      }
      JsonNode found = other.nextValue();
      if (!expected.equals(BY_VALUE, found)) {
        throw new IllegalStateException("bill " + bill + " differs: " + expected + " and " + found);
      }
    }
    if (other.hasNextValue()) {
      throw new IllegalStateException("there is a bill too many: " + other.nextValue());
    }
  }
}
