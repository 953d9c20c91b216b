package fieldloom.payload.edi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment or a loop of a message. */
public sealed interface EdiPart {
  /** As paths have it. */
  String name();

  EdiLabel label();

  /** Whether the loop or message around it always has it. */
  boolean required();

  /** Whether it is a list. */
  boolean repeats();

  /** The tag of the segment that is met first. */
  String opener();

  /** A segment. */
  record Segment(
      String name,
      String tag,
      EdiLabel label,
      boolean required,
      boolean repeats,
      List<EdiElement> elements)
      implements EdiPart {
    public Segment {
      elements = List.copyOf(elements);
    }

    @Override
    public String opener() {
      return tag;
    }
  }

  /**
   * Segments that come together.
   *
   * @param opener the tag of the segment that opens it, which each of them has
   * @param nested whether each may contain others of its kind, as the levels of X12's HL do
   * @param parts its segments and loops in order, that segment first
   */
  record Loop(
      String name,
      EdiLabel label,
      boolean required,
      boolean repeats,
      String opener,
      boolean nested,
      List<EdiPart> parts)
      implements EdiPart {
    public Loop {
      parts = List.copyOf(parts);
    }
  }

  /** The part of a name; null where there is none. */
  static @Nullable EdiPart named(List<EdiPart> parts, String name) {
    for (EdiPart part : parts) {
      if (part.name().equals(name)) {
        return part;
      }
    }
    return null;
  }
}
