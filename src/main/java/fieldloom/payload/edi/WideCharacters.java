package fieldloom.payload.edi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Characters beyond the first plane as single ones, for the library takes one at a time: each is
 * handed to it as a character of the private use area, as are those that stand in the input
 * themselves, and comes back out of what it hands on.
 */
final class WideCharacters {
  private static final char FIRST = '\uE000';
  private static final char LAST = '\uF8FF';

  private final Map<Integer, Character> places = new HashMap<>();
  private final List<String> characters = new ArrayList<>();

  /** Whether a character cannot be handed on as it is. */
  static boolean isWide(int codePoint) {
    return codePoint > 0xFFFF || codePoint >= FIRST && codePoint <= LAST;
  }

  /** What stands for a character; U+FFFD where an input has more than 6,400 of them. */
  char placeOf(int codePoint) {
    Character known = places.get(codePoint);
    if (known != null) {
      return known;
    }
    if (characters.size() > LAST - FIRST) {
      return '\uFFFD';
    }
    char place = (char) (FIRST + characters.size());
    places.put(codePoint, place);
    characters.add(Character.toString(codePoint));
    return place;
  }

  /** A text with the characters that were meant. */
  String restored(String text) {
    if (characters.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST && c <= LAST && c - FIRST < characters.size()) {
        out.append(characters.get(c - FIRST));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
