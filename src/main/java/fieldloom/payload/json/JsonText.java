package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Values of records as JSON text and back, outside of any stream. */
public final class JsonText {
  private JsonText() {}

  /** Compact JSON of a record's value. */
  public static String of(Object value) {
    return of(value, false);
  }

  /** JSON of a record's value, compact or indented by two spaces. */
  public static String of(Object value, boolean indent) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator out = Generators.create(bytes, indent)) {
      ValueWriter.write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Reads one value as strictly as a payload is read.
   *
   * @throws FormatException where the text is no JSON value or breaks a limit, with line and column
   */
  public static Object parse(String text) throws FormatException {
    try (JsonParser parser = JsonCodec.FACTORY.createParser(new StringReader(text))) {
      return parse(parser);
    } catch (IOException e) {
      if (e instanceof FormatException known) {
        throw known;
      }
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  private static Object parse(JsonParser parser) throws IOException {
    PlainPlaces places = PlainPlaces.OWN;
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new FormatException("The text is empty; a JSON value was expected.");
      }
      Object value = new RecordBuilder(places).build(parser, 1);
      if (parser.nextToken() != null) {
        throw new FormatException(
            "At " + places.name(parser.currentTokenLocation()) + " a second value follows.");
      }
      return value;
    } catch (JsonProcessingException e) {
      String place = places.name(JsonFaults.location(e, parser));
      throw new FormatException(JsonFaults.sentence(e, place));
    } catch (BadRecordException e) {
      throw new FormatException(e.getMessage());
    }
  }
}
