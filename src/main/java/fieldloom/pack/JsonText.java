package fieldloom.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.value.NumberLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON that people write by hand strictly: UTF-8 without a fault, no name twice in an object,
 * every number exact and as it is written.
 */
final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String label;
  private final String text;
  private final JsonSyntax syntax;

  private JsonText(String label, String text) {
    this.label = label;
    this.text = text;
    this.syntax = new JsonSyntax(text);
  }

  /**
   * Reads one JSON value.
   *
   * @param label names the file in messages
   * @throws PackException with line and column of the fault
   */
  static JsonNode parse(byte[] content, String label) throws PackException {
    return new JsonText(label, decode(content, label)).parse();
  }

  private static String decode(byte[] content, String label) throws PackException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      String before =
          new String(
              content, 0, Math.min(bytes.position(), content.length), StandardCharsets.UTF_8);
      throw new PackException(
          label
              + ": is not UTF-8 text, the first fault is at "
              + new JsonSyntax(before).place(before.length())
              + "; save it as UTF-8.",
          e);
    }
  }

  private JsonNode parse() throws PackException {
    if (text.isBlank()) {
      throw new PackException(label + ": is empty; one JSON object is expected.");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      JsonNode root = value(parser, "");
      if (parser.nextToken() != null) {
        throw wrong("has something behind the end of its JSON, at " + place(parser));
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new PackException(sentence(syntax.explain(e)), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading a string cannot fail", e);
    }
  }

  private JsonNode value(JsonParser parser, String pointer) throws IOException, PackException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer);
      case START_ARRAY -> array(parser, pointer);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }

  private ObjectNode object(JsonParser parser, String pointer) throws IOException, PackException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String inner = Pointers.child(pointer, name);
      if (object.has(name)) {
        throw wrong(inner + " stands twice, again at " + place(parser) + "; keep one of them");
      }
      parser.nextToken();
      object.set(name, value(parser, inner));
    }
    return object;
  }

  private ArrayNode array(JsonParser parser, String pointer) throws IOException, PackException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, pointer + "/" + array.size()));
    }
    return array;
  }

  private JsonNode number(JsonParser parser, String pointer) throws IOException, PackException {
    String number = parser.getText();
    if (!NumberLimits.allows(number)) {
      throw wrong(
          pointer
              + " is a number of more than 1,000 digits or with an exponent beyond ±9,999, at "
              + place(parser)
              + "; write it as text");
    }
    return ExactNumber.of(number);
  }

  private String place(JsonParser parser) {
    return syntax.place((int) parser.currentTokenLocation().getCharOffset());
  }

  private PackException wrong(String what) {
    return new PackException(sentence(what));
  }

  private String sentence(String what) {
    return label + ": " + what + (what.endsWith("?") ? "" : ".");
  }
}
