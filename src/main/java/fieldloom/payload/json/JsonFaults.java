package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import fieldloom.payload.ReadCodes;

/** Words for what a JSON parser refuses. */
final class JsonFaults {
  private JsonFaults() {}

  static String code(JsonProcessingException e) {
    if (isCut(e)) {
      return ReadCodes.CUT_OFF;
    }
    if (isTooDeep(e)) {
      return ReadCodes.TOO_DEEP;
    }
    return e instanceof StreamConstraintsException ? ReadCodes.TOO_LONG : ReadCodes.BAD_JSON;
  }

  /** A parser that meets the end where a value should start does not say so by type. */
  private static boolean isCut(JsonProcessingException e) {
    return e instanceof JsonEOFException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  private static boolean isTooDeep(JsonProcessingException e) {
    return e instanceof StreamConstraintsException && e.getOriginalMessage().contains("nesting");
  }

  /** Where the parser stopped; a limit that was broken does not carry its place. */
  static JsonLocation location(JsonProcessingException e, JsonParser parser) {
    return e.getLocation() == null ? parser.currentLocation() : e.getLocation();
  }

  /**
   * One sentence.
   *
   * @param place {@code line 3, column 2}
   */
  static String sentence(JsonProcessingException e, String place) {
    if (isCut(e)) {
      return "The input ends at " + place + " in the middle of a record; it may have been cut off.";
    }
    if (isTooDeep(e)) {
      return "At "
          + place
          + " the record has more than 1,000,000 levels of objects and arrays; 1,000 are read.";
    }
    if (e instanceof StreamConstraintsException) {
      return "At "
          + place
          + " stands a text or number of more than 20,000,000 characters or a name of more than"
          + " 1,000,000; such a record is not read.";
    }
    return "At " + place + " the JSON is malformed: " + JsonWords.of(e) + ".";
  }
}
