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
}
