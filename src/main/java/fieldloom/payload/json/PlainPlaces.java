package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import org.jspecify.annotations.Nullable;

/** Places as the parser counts them, in a text that needed no decoding. */
final class PlainPlaces implements RecordBuilder.Places {

  @Override
  public String name(JsonLocation at) {
    return place(at);
  }

  @Override
  public @Nullable String malformedBefore(JsonParser parser) {
    return null;
  }

  /** {@code line 3, column 2}. */
  static String place(JsonLocation at) {
    return "line " + Math.max(1, at.getLineNr()) + ", column " + Math.max(1, at.getColumnNr());
  }
}
