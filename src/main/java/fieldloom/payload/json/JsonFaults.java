package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import fieldloom.payload.ReadCodes;

/** Words for what a JSON parser refuses. */
final class JsonFaults {
  private JsonFaults() {}

  static String code(JsonProcessingException e) {
    return switch (e) {
      case JsonEOFException cut -> ReadCodes.CUT_OFF;
      case StreamConstraintsException large -> ReadCodes.TOO_LONG;
      default -> ReadCodes.BAD_JSON;
    };
  }

  /**
   * One sentence.
   *
   * @param place {@code line 3, column 2}
   */
  static String sentence(JsonProcessingException e, String place) {
    return switch (e) {
      case JsonEOFException cut ->
          "The input ends at " + place + " in the middle of a record; it may have been cut off.";
      case StreamConstraintsException large ->
          "At "
              + place
              + " stands a text or number of more than 20,000,000 characters, a name of more than"
              + " 1,000,000, or more than 1,000,000 levels; such a record is not read.";
      default -> "At " + place + " the JSON is malformed: " + reason(e) + ".";
    };
  }

  /** The parser's own reason without its advice to programmers. */
  private static String reason(JsonProcessingException e) {
    String text = e.getOriginalMessage();
    int advice = text.indexOf(" (JSON String, Number, Array, Object or token");
    if (advice < 0) {
      advice = text.indexOf(": maybe a (non-standard) comment?");
    }
    if (advice > 0) {
      text = text.substring(0, advice);
    }
    text = text.strip();
    if (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1);
    }
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
