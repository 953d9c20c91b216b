package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.Serial;

/**
 * Reckons what the tree weighs that is made of a parser's tokens, rather too high than too low, and
 * ends the reading where that is more than the file and its text leave of two thirds of the memory,
 * and more than an eighth of it.
 */
final class TreeBudget extends JsonParserDelegate {
  /** A node with its map and the map's first table. */
  private static final int OBJECT = 144;

  private static final int ARRAY = 64;

  /** An entry of a map; names are shared. */
  private static final int FIELD = 48;

  /** A node with a text's object and the head of its bytes. */
  private static final int SCALAR = 56;

  private final long most;
  private long weight;

  /**
   * A reading of one text.
   *
   * @param characters how long the text is that is read, which stays in memory as its bytes do
   */
  TreeBudget(JsonParser parser, int characters) {
    super(parser);
    long memory = Runtime.getRuntime().maxMemory();
    most = Math.max(memory / 8, memory / 3 * 2 - 3L * characters);
  }

  /** Says that the tree is more than may be made. */
  static final class Exceeded extends JsonParseException {
    @Serial private static final long serialVersionUID = 1L;

    private final long most;

    Exceeded(JsonParser parser, long most) {
      super(parser, "too large");
      this.most = most;
    }

    /** How many bytes were allowed. */
    long most() {
      return most;
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
          case START_OBJECT -> OBJECT;
          case START_ARRAY -> ARRAY;
          case FIELD_NAME -> FIELD;
          case VALUE_STRING -> SCALAR + getTextLength();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> SCALAR;
          case null, default -> 0;
        };
    if (weight > most) {
      throw new Exceeded(this, most);
    }
    return token;
  }
}
