package fieldloom.payload.edi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are too long for the library, which has room for some four thousand characters: it
 * is handed the first of them, and the rest is remembered by its place.
 */
final class LongElements {
  /** Characters of an element that the library is handed at most. */
  static final int HANDED = 3_000;

  /** Where the delimiters are not known; keeps nothing. */
  static final LongElements UNKNOWN =
      new LongElements(
          new EdiDelimiters(
              EdiDelimiters.NONE,
              EdiDelimiters.NONE,
              EdiDelimiters.NONE,
              EdiDelimiters.NONE,
              EdiDelimiters.NONE,
              EdiDelimiters.NONE),
          false);

  private final EdiDelimiters delimiters;
  private final boolean known;
  private final boolean wrapped;
  private final List<Kept> kept = new ArrayList<>();
  private int taken;
  private int length;
  private boolean released;
  private long from = -1;

  /**
   * What was not handed on of an element.
   *
   * @param from the place in the input of its first character
   * @param to that of the delimiter behind it
   */
  record Kept(long from, long to) {}

  /**
   * @param wrapped whether control characters mean nothing
   */
  LongElements(EdiDelimiters delimiters, boolean wrapped) {
    this.delimiters = delimiters;
    this.known = delimiters.segment() != EdiDelimiters.NONE;
    this.wrapped = wrapped;
  }

  /**
   * Takes the next character of the input.
   *
   * @param offset its place in the input
   * @return whether it is not to be handed on
   */
  boolean keeps(int c, long offset) {
    if (!known) {
      return false;
    }
    if (released) {
      released = false;
    } else if (c == delimiters.release()) {
      released = c != EdiDelimiters.NONE;
      return keepsFrom(offset);
    } else if (c < 0x80 && delimiters.has((char) c)) {
      if (length == HANDED) {
        kept.add(new Kept(from < 0 ? offset : from, offset));
      }
      length = 0;
      from = -1;
      return false;
    }
    if (keepsFrom(offset)) {
      return true;
    }
    length += meansNothing(c) ? 0 : 1;
    return false;
  }

  private boolean keepsFrom(long offset) {
    if (length < HANDED) {
      return false;
    }
    from = from < 0 ? offset : from;
    return true;
  }

  private boolean meansNothing(int c) {
    return wrapped && (c < ' ' || c == 0x7F);
  }

  /** What was kept of the next element that has as many characters as are handed on. */
  @Nullable Kept next() {
    return taken < kept.size() ? kept.get(taken++) : null;
  }

  /** What was kept of all elements since the text is remembered, in order. */
  List<Kept> kept() {
    return kept;
  }

  /** A text of an element without what only marks its characters. */
  String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean literal = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!literal && c == delimiters.release() && c != EdiDelimiters.NONE) {
        literal = true;
      } else {
        if (literal || !meansNothing(c)) {
          out.append(c);
        }
        literal = false;
      }
    }
    return out.toString();
  }

  /** The text that was read so far is not needed any more. */
  void forget() {
    kept.clear();
    taken = 0;
  }
}
