package fieldloom.payload.edi;

import fieldloom.payload.ReadCodes;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.nio.BufferOverflowException;
import org.jspecify.annotations.Nullable;

/**
 * Why the library cannot go on.
 *
 * @param message one sentence
 * @param line where it stopped
 * @param atEnd whether the input has ended
 */
record EdiStop(String code, String message, long line, boolean atEnd) {
  /** The number that the library gives the end of the input. */
  private static final String END = "EDIE005";

  static EdiStop of(EDIStreamException e, @Nullable EdiInterchange interchange, EdiFeed feed)
      throws IOException {
    if (e.getCause() instanceof IOException io) {
      throw io;
    }
    EdiPlace place = interchange == null ? EdiPlace.input(feed, 0) : interchange.place();
    Location at = e.getLocation();
    boolean atEnd = String.valueOf(e.getMessage()).startsWith(END);
    EdiFeed.Spot spot =
        at == null || atEnd
            ? feed.end()
            : e.getCause() instanceof NumberFormatException ? place.start(at) : place.end(at);
    long line = spot.line();
    String where = "line " + line + ", column " + spot.column();
    boolean begun = at != null && at.getSegmentTag() != null;
    if (atEnd) {
      return begun || isHeader(feed.text())
          ? new EdiStop(
              ReadCodes.CUT_OFF,
              "The input ends at "
                  + where
                  + " in the middle of an interchange"
                  + (begun ? ", behind " + place.segment(at) : "")
                  + "; it may have been cut off.",
              line,
              true)
          : none(where, line, true);
    }
    if (!begun) {
      return none(where, line, false);
    }
    if (e.getCause() instanceof BufferOverflowException) {
      return new EdiStop(
          ReadCodes.TOO_LONG,
          "At "
              + where
              + " an element behind "
              + place.element(at)
              + " has more than 4,000 characters, which the head of an interchange cannot have; its"
              + " delimiters may not be those of its header.",
          line,
          false);
    }
    if (e.getCause() instanceof NumberFormatException) {
      return new EdiStop(
          ReadCodes.BAD_EDI,
          "At "
              + where
              + " "
              + place.element(at)
              + " is no length, which must tell how many bytes follow it; correct it.",
          line,
          false);
    }
    return new EdiStop(
        ReadCodes.BAD_EDI,
        "At "
            + where
            + " the interchange is malformed behind "
            + place.segment(at)
            + ": a segment must begin with a tag of two or three capitals or digits and a delimiter.",
        line,
        false);
  }

  private static boolean isHeader(@Nullable String start) {
    return start != null
        && (start.startsWith("ISA") || start.startsWith("UNA") || start.startsWith("UNB"));
  }

  private static EdiStop none(String where, long line, boolean atEnd) {
    return new EdiStop(
        ReadCodes.BAD_EDI,
        "At "
            + where
            + " no interchange begins; one of X12 begins with ISA and its sixteen elements of fixed"
            + " length, one of EDIFACT with UNA or UNB.",
        line,
        atEnd);
  }
}
