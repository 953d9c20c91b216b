package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.Serial;

/**
 * Reckons what the tree weighs that is made of a parser's tokens, rather too high than too low, and
 * ends the reading where that is more than an eighth of the memory: the file and its text take more
 * than half of it where they are large.
 */
final class TreeBudget extends JsonParserDelegate {
  /** The most that a schema, or one record of a sample, may weigh in bytes. */
  static final long MOST = Runtime.getRuntime().maxMemory() / 8;

  private static final int CONTAINER = 96;
  private static final int FIELD = 128;
  private static final int SCALAR = 72;

  private long weight;

  TreeBudget(JsonParser parser) {
    super(parser);
  }

  /** Says that the tree is more than may be made. */
  static final class Exceeded extends JsonParseException {
    @Serial private static final long serialVersionUID = 1L;

    Exceeded(JsonParser parser) {
      super(parser, "too large");
    }
  }

  /** Begins another tree. */
  void restart() {
    weight = 0;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    weight +=
        switch (token) {
          case START_OBJECT, START_ARRAY -> CONTAINER;
          case FIELD_NAME -> FIELD;
          case VALUE_STRING -> SCALAR + getTextLength();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> SCALAR;
          case null, default -> 0;
        };
    if (weight > MOST) {
      throw new Exceeded(this);
    }
    return token;
  }
}
