package fieldloom.payload.edi;

import io.xlate.edi.stream.Location;
import java.util.Locale;

/**
 * Says where in the input, or in what is written, a place of the library's is. Segments are counted
 * within their message, the one that opens it being the first, as acknowledgements count them.
 */
final class EdiPlace {
  private final long lines;
  private final boolean written;
  private long messageStart;

  private EdiPlace(long lines, boolean written) {
    this.lines = lines;
    this.written = written;
  }

  /**
   * Of an input.
   *
   * @param lines lines of it before what the library counts as its first
   */
  static EdiPlace input(long lines) {
    return new EdiPlace(lines, false);
  }

  /** Of what is about to be written, which has no lines yet. */
  static EdiPlace output() {
    return new EdiPlace(0, true);
  }

  /** Of an interchange that begins at a line of the same. */
  EdiPlace from(long line) {
    return new EdiPlace(line - 1, written);
  }

  void startMessage(Location at) {
    messageStart = at.getSegmentPosition();
  }

  void endMessage() {
    messageStart = 0;
  }

  long line(Location at) {
    return Math.max(1, at.getLineNumber() + lines);
  }

  /** {@code At line 3, column 20 }; nothing of what is written. */
  String at(Location at) {
    return written
        ? ""
        : String.format(
            Locale.ROOT, "At line %d, column %d ", line(at), Math.max(1, at.getColumnNumber()));
  }

  /** {@code the segment 14 (PO1)}, {@code the segment GE}. */
  String segment(Location at) {
    String tag = at.getSegmentTag();
    if (messageStart < 1) {
      return tag == null ? "the first segment" : "the segment " + tag;
    }
    long position = Math.max(1, at.getSegmentPosition() - messageStart + 1);
    return "the segment " + position + (tag == null ? "" : " (" + tag + ")");
  }

  /** {@code the element PO102 of the segment 14 (PO1)}. */
  String element(Location at) {
    String tag = at.getSegmentTag();
    if (tag == null || at.getElementPosition() < 1) {
      return segment(at);
    }
    String name = EdiNames.element(tag, at.getElementPosition());
    String part = "element ";
    if (at.getComponentPosition() > 0) {
      name = EdiNames.component(name, at.getComponentPosition());
      part = "component ";
    }
    return "the " + part + name + " of " + segment(at);
  }
}
