package fieldloom.function.conversion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON of values: exact numbers, up to 1,000 levels, of a doubled key the last. */
final class JsonText {
  private static final int DEEPEST = 1_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(2 * NumberLimits.MAX_EXPONENT)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonText() {}

  /**
   * Reads one value.
   *
   * @throws ValueException where the text is anything else
   */
  static Object read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new ValueException("not-json", "The text is empty and no JSON.");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new ValueException("not-json", "Something stands behind the JSON value.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new ValueException(
          "not-json", "%s is no JSON: %s.".formatted(Values.shown(text), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Null.NULL;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("No value begins with " + parser.currentToken());
    };
  }

  private static Obj object(JsonParser parser) throws IOException {
    Obj object = new Obj();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  private static Num number(String text) {
    if (!NumberLimits.allows(text)) {
      throw new ValueException("number-too-large", Values.shown(text) + " has too many digits.");
    }
    return Num.ofText(text);
  }

  /** A value as JSON; what is absent in a list is null. */
  static String write(Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(value, generator);
    } catch (JsonProcessingException e) {
      throw new ValueException("not-json", "The value is no JSON: " + e.getOriginalMessage() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    switch (value) {
      case Obj object -> {
        out.writeStartObject();
        for (Map.Entry<String, Object> field : object.fields().entrySet()) {
          out.writeFieldName(field.getKey());
          write(field.getValue(), out);
        }
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object item : list) {
          write(item, out);
        }
        out.writeEndArray();
      }
      case Num n -> out.writeNumber(n.text());
      case Boolean b -> out.writeBoolean(b);
      case Object v when Values.isValue(v) -> out.writeString(Values.text(v));
      default -> out.writeNull();
    }
  }
}
