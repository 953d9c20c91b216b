package fieldloom.payload.edi;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How interchanges are read and written.
 *
 * @param standard null where the input, or the schema, is to tell
 * @param message the one kind of message that is read or written: {@code 850}, {@code ORDERS}; null
 *     where all are read
 * @param encoding null where the interchange is to tell
 * @param delimiters as the options give them
 * @param lineEnd what follows each segment that is written
 * @param wrapped whether line ends stand within segments and mean nothing
 */
record EdiOptions(
    @Nullable EdiStandard standard,
    @Nullable String message,
    @Nullable Charset encoding,
    GivenDelimiters delimiters,
    String lineEnd,
    boolean wrapped,
    EnvelopeOptions envelope) {

  static EdiOptions read(String owner, @Nullable JsonNode given) throws FormatException {
    Options options = new Options(owner, given);
    String lineEnd = options.oneOf("lineEnd", List.of("", "\n", "\r\n"));
    return new EdiOptions(
        standard(options),
        filled(options, "message"),
        options.node("encoding") == null
            ? null
            : options.charset("encoding", StandardCharsets.UTF_8),
        GivenDelimiters.read(
            new Options("the delimiters of " + owner, object(options, "delimiters"))),
        lineEnd,
        options.flag("wrapped", false),
        EnvelopeOptions.read(new Options("the envelope of " + owner, object(options, "envelope"))));
  }

  private static @Nullable EdiStandard standard(Options options) throws FormatException {
    if (options.node("standard") == null) {
      return null;
    }
    String name = options.oneOf("standard", List.of("x12", "edifact"));
    return name.equals("x12") ? EdiStandard.X12 : EdiStandard.EDIFACT;
  }

  private static @Nullable JsonNode object(Options options, String name) throws FormatException {
    JsonNode node = options.node(name);
    if (node != null && !node.isObject()) {
      throw options.wrong(name, node, "an object");
    }
    return node;
  }

  static @Nullable String filled(Options options, String name) throws FormatException {
    String text = options.text(name);
    JsonNode node = options.node(name);
    if (text != null && node != null && text.isBlank()) {
      throw options.wrong(name, node, "a text that is not blank");
    }
    return text;
  }

  /**
   * The delimiters of the options.
   *
   * @param element null where it is not given, as for the others
   */
  record GivenDelimiters(
      @Nullable Character element,
      @Nullable Character component,
      @Nullable Character repetition,
      @Nullable Character segment,
      @Nullable Character release,
      @Nullable Character decimal) {

    static GivenDelimiters read(Options options) throws FormatException {
      JsonNode decimal = options.node("decimal");
      if (decimal != null && !decimal.asText().equals(".") && !decimal.asText().equals(",")) {
        throw options.wrong("decimal", decimal, "\".\" or \",\"");
      }
      return new GivenDelimiters(
          character(options, "element"),
          character(options, "component"),
          character(options, "repetition"),
          character(options, "segment"),
          character(options, "release"),
          decimal == null ? null : decimal.asText().charAt(0));
    }

    private static @Nullable Character character(Options options, String name)
        throws FormatException {
      JsonNode node = options.node(name);
      if (node == null) {
        return null;
      }
      String text = node.isTextual() ? node.textValue() : "";
      boolean fits =
          text.length() == 1
              && text.charAt(0) < 0x7F
              && text.charAt(0) != 0
              && !Character.isLetterOrDigit(text.charAt(0))
              && text.charAt(0) != ' ';
      if (!fits) {
        throw options.wrong(
            name, node, "one character of ASCII that is neither letter, digit nor blank");
      }
      return text.charAt(0);
    }

    /** Whether one is given that stands in EDIFACT's {@code UNA}. */
    boolean any() {
      return element != null
          || component != null
          || repetition != null
          || segment != null
          || release != null
          || decimal != null;
    }
  }
}
