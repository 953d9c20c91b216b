package fieldloom.payload.edi;

import fieldloom.model.Path;
import java.util.Collection;
import java.util.Locale;

/**
 * What the parts of a message are called as fields, so that paths can be written without looking
 * into a schema:
 *
 * <ul>
 *   <li>a segment has its tag: {@code BEG}; where one level of a message has places for it apart
 *       from each other, the later ones are {@code BEG_2}, {@code BEG_3};
 *   <li>an element has tag and position of two digits: {@code BEG03};
 *   <li>a component has those of its element and its own position: {@code LIN0301} in the composite
 *       {@code LIN03};
 *   <li>a loop has its code in the schema: {@code SG25}; where that is the tag of the segment that
 *       opens it, or begins with a digit, {@code Loop} stands before it: {@code LoopN1}, {@code
 *       Loop2000A};
 *   <li>the envelope's segments have their tags too: {@code ISA}, {@code GS}, {@code ST}, {@code
 *       UNB}, {@code UNG}, {@code UNH}.
 * </ul>
 */
public final class EdiNames {
  /** Stands before the name of a loop whose code is no name of its own. */
  public static final String LOOP = "Loop";

  private EdiNames() {}

  /** {@code BEG03}. */
  public static String element(String tag, int position) {
    return tag + twoDigits(position);
  }

  /** {@code LIN0301}. */
  public static String component(String element, int position) {
    return element + twoDigits(position);
  }

  private static String twoDigits(int position) {
    return position < 10 ? "0" + position : String.valueOf(position);
  }

  /** A loop that is known by the segment that opens it: {@code LoopN1}. */
  public static String loopOf(String opener) {
    return LOOP + opener;
  }

  static boolean isLoop(String name) {
    return name.length() > LOOP.length() && name.startsWith(LOOP);
  }

  /**
   * A loop of a schema.
   *
   * @param opener the tag of the segment that opens it
   */
  static String loop(String code, String opener) {
    return code.equals(opener) || !Path.isPlain(code) ? LOOP + code : code;
  }

  /** Whether a text can be a segment's tag: a capital letter and one or two letters or digits. */
  public static boolean isTag(String text) {
    if (text.length() < 2 || text.length() > 3) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** The tag of a segment's field: {@code BEG} of {@code BEG_2}; "" where it is none. */
  static String tag(String field) {
    int mark = field.indexOf('_');
    String tag = mark < 0 ? field : field.substring(0, mark);
    return isTag(tag) ? tag : "";
  }

  /**
   * The position of an element or component.
   *
   * @param parent the segment's tag or the composite's name, which its name begins with
   * @return 0 where the name is none of theirs
   */
  static int position(String field, String parent) {
    if (!field.startsWith(parent)) {
      return 0;
    }
    String digits = field.substring(parent.length());
    if (digits.length() < 2
        || digits.length() > 3
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int position = Integer.parseInt(digits);
    return digits.length() == 3 && position < 100 ? 0 : position;
  }

  /** The name, or the next of its kind that is not taken: {@code BEG_2}. */
  static String free(String name, Collection<String> taken) {
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = String.format(Locale.ROOT, "%s_%d", name, i);
    }
    return free;
  }
}
