package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * Places as the parser counts them, in a text that needed no decoding.
 *
 * @param origin where the text begins
 */
record PlainPlaces(Origin origin) implements RecordBuilder.Places {
  /** Of a text by itself. */
  static final PlainPlaces OWN = new PlainPlaces(Origin.START);

  @Override
  public String name(JsonLocation at) {
    return origin.place(at);
  }

  @Override
  public @Nullable String malformedBefore(JsonParser parser) {
    return null;
  }
}
