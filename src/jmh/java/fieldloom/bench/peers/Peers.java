package fieldloom.bench.peers;

/** The contestants by name, as rows and benchmark parameters give them. */
public final class Peers {
  /** Hand-written Jackson streaming code that reads dates strictly. */
  public static final String STREAMING_STRICT = "streaming-strict";

  /** The same, dates cut out of the text. */
  public static final String STREAMING = "streaming";

  /** Hand-written code on JsonNode, dates cut out of the text. */
  public static final String JSON_NODE = "jsonnode";

  /** The same, dates read strictly. */
  public static final String JSON_NODE_STRICT = "jsonnode-strict";

  /** JSLT with two Java functions on BigDecimal. */
  public static final String JSLT_EXACT = "jslt-exact";

  /** JSONata with two Java functions on BigDecimal. */
  public static final String JSONATA_EXACT = "jsonata-exact";

  private Peers() {}

  /**
   * A new contestant.
   *
   * @throws IllegalArgumentException where none has the name
   */
  public static Contestant byName(String name) {
    return switch (name) {
      case STREAMING_STRICT -> new StreamingContestant(Dates.STRICT);
      case STREAMING -> new StreamingContestant(Dates.SLICED);
      case JSON_NODE, JSON_NODE_STRICT -> tree(name);
      case JSLT_EXACT -> new JsltContestant();
      case JSONATA_EXACT -> new JsonataContestant();
      default -> throw new IllegalArgumentException("no contestant " + name);
    };
  }

  /** A new contestant whose trees are {@link com.fasterxml.jackson.databind.JsonNode}s. */
  public static TreeContestant tree(String name) {
    return switch (name) {
      case JSON_NODE -> new JsonNodeContestant(Dates.SLICED);
      case JSON_NODE_STRICT -> new JsonNodeContestant(Dates.STRICT);
      default -> throw new IllegalArgumentException("no tree contestant " + name);
    };
  }
}
