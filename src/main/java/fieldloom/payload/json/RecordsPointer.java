package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Follows a pointer through a document as it streams. */
public final class RecordsPointer {
  private RecordsPointer() {}

  /**
   * Goes on from the parser's current token to what the pointer names; what stands before is read
   * past.
   *
   * @param pointer to the records; null where they are at the root
   * @return whether an array stands there; the parser is then at its start
   * @throws IOException where what stands before cannot be read
   */
  public static boolean findArray(JsonParser parser, @Nullable JsonPointer pointer)
      throws IOException {
    JsonPointer left = pointer;
    while (left != null && !left.matches()) {
      boolean found =
          switch (parser.currentToken()) {
            case START_OBJECT -> findMember(parser, left.getMatchingProperty());
            case START_ARRAY -> findItem(parser, left.getMatchingIndex());
            case null, default -> false;
          };
      if (!found) {
        return false;
      }
      left = left.tail();
    }
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  private static boolean findMember(JsonParser parser, String member) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(member);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static boolean findItem(JsonParser parser, int index) throws IOException {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }
}
