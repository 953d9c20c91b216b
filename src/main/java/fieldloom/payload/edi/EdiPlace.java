package fieldloom.payload.edi;

import io.xlate.edi.stream.Location;
import org.jspecify.annotations.Nullable;

/**
 * Says where in the input, or in what is written, a place of the library's is. Segments are counted
 * within their message, the one that opens it being the first, as acknowledgements count them.
 */
final class EdiPlace {
  private final @Nullable EdiFeed feed;
  private final long before;
  private @Nullable EdiDelimiters delimiters;
  private long messageStart;

  private EdiPlace(@Nullable EdiFeed feed, long before) {
    this.feed = feed;
    this.before = before;
  }

  /**
   * Of an input, from here on.
   *
   * @param again characters that the library is handed once more before those of the input
   */
  static EdiPlace input(EdiFeed feed, int again) {
    return new EdiPlace(feed, feed.handed() - again);
  }

  /** Of what is about to be written, which has no lines yet. */
  static EdiPlace output() {
    return new EdiPlace(null, 0);
  }

  void delimit(EdiDelimiters known) {
    delimiters = known;
  }

  void startMessage(Location at) {
    messageStart = at.getSegmentPosition();
  }

  void endMessage() {
    messageStart = 0;
  }

  /** Where the part begins, a segment's tag or an element, that ends at the library's place. */
  EdiFeed.Spot start(Location at) {
    return spot(at, delimiters);
  }

  /** The library's place itself. */
  EdiFeed.Spot end(Location at) {
    return spot(at, null);
  }

  private EdiFeed.Spot spot(Location at, @Nullable EdiDelimiters between) {
    // The library counts characters in 32 bits, over and over.
    EdiFeed known = feed;
    if (known == null) {
      return new EdiFeed.Spot(1, 1);
    }
    int behind = (int) (known.handed() - before) - at.getCharacterOffset();
    return known.spot(known.handed() - behind, between);
  }

  /** {@code At line 3, column 20 }; nothing of what is written. */
  String at(EdiFeed.Spot spot) {
    return feed == null ? "" : "At line " + spot.line() + ", column " + spot.column() + " ";
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
