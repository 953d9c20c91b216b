package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number whose text a {@link BigDecimal} would write otherwise, such as {@code 1e2} or {@code
 * -0}: it keeps the text, so that saving changes no digit of a file.
 */
final class ExactNumber extends DecimalNode {
  @Serial private static final long serialVersionUID = 1L;

  private final String text;

  private ExactNumber(String text) {
    super(new BigDecimal(text));
    this.text = text;
  }

  /**
   * The node of a JSON number within the limits; a plain Jackson node where that keeps the text.
   */
  static JsonNode of(String text) {
    JsonNode plain = isWhole(text) ? whole(new BigInteger(text)) : decimal(text);
    return plain.asText().equals(text) ? plain : new ExactNumber(text);
  }

  private static boolean isWhole(String text) {
    return text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
  }

  private static JsonNode whole(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }

  private static JsonNode decimal(String text) {
    return DecimalNode.valueOf(new BigDecimal(text));
  }

  @Override
  public String asText() {
    return text;
  }
}
