package fieldloom.payload.edi;

import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import java.util.Map;

/**
 * The characters that stand between the parts of an interchange; {@link #NONE} where there is none
 * of a kind.
 *
 * @param element between elements
 * @param component between components of a composite
 * @param repetition between repetitions of an element
 * @param segment behind a segment
 * @param release before a delimiter that is text
 * @param decimal within numbers
 */
record EdiDelimiters(
    char element, char component, char repetition, char segment, char release, char decimal) {
  static final char NONE = '\0';

  /** As the library found them in an interchange. */
  static EdiDelimiters of(Map<String, Character> found) {
    return new EdiDelimiters(
        found.getOrDefault(Delimiters.DATA_ELEMENT, NONE),
        found.getOrDefault(Delimiters.COMPONENT_ELEMENT, NONE),
        found.getOrDefault(Delimiters.REPETITION, NONE),
        found.getOrDefault(Delimiters.SEGMENT, NONE),
        found.getOrDefault(Delimiters.RELEASE, NONE),
        found.getOrDefault(Delimiters.DECIMAL, '.'));
  }

  /** Whether a character cannot stand in a text as it is. */
  boolean has(char c) {
    return c != NONE
        && (c == element || c == component || c == repetition || c == segment || c == release);
  }

  /**
   * Where the part begins, a segment's tag or an element, that ends before a place.
   *
   * @param from the first place that is looked at
   */
  int startBefore(char[] text, int from, int place) {
    int start = place;
    while (start > from && !ends(text, from, start - 1)) {
      start--;
    }
    while (start < place && text[start] <= ' ' && (start == from || text[start - 1] == segment)) {
      start = behindBlanks(text, start, place);
    }
    return start;
  }

  private static int behindBlanks(char[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] <= ' ') {
      at++;
    }
    return at;
  }

  /** Whether a delimiter at a place ends a part. */
  private boolean ends(char[] text, int from, int place) {
    if (!has(text[place]) || text[place] == release) {
      return false;
    }
    int releases = 0;
    while (release != NONE
        && place - releases - 1 >= from
        && text[place - releases - 1] == release) {
      releases++;
    }
    return releases % 2 == 0;
  }
}
