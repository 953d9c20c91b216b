package fieldloom.payload.edi;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a message is made of, as a record says by the names of its fields, where nothing else does.
 */
final class RecordParts {
  /** More names than these would be data. */
  private static final int MOST = 1_000;

  private final Map<String, EdiPart.Segment> bare = new HashMap<>();

  /** The last segments of each tag with their elements: the next mostly have the same. */
  private final Map<String, EdiPart.Segment> last = new HashMap<>();

  /** Segments and loops of a record or of a loop's item, in its order. */
  List<EdiPart> of(Obj item) throws UnfitException {
    List<EdiPart> parts = new ArrayList<>();
    for (int i = 0; i < item.size(); i++) {
      String name = item.name(i);
      EdiPart.Segment known = bare.get(name);
      if (known != null) {
        parts.add(known);
        continue;
      }
      String tag = EdiNames.tag(name);
      if (tag.isEmpty() && first(item.value(i)) instanceof Obj loop) {
        parts.add(
            new EdiPart.Loop(
                name, EdiLabel.NONE, false, true, opener(name, loop), false, List.of()));
      } else if (isEnvelope(tag)) {
        continue;
      } else if (tag.isEmpty()) {
        throw new UnfitException(
            "has the field "
                + name
                + ", which is neither a segment's tag nor a loop such as "
                + EdiNames.loopOf("N1"));
      } else {
        known = new EdiPart.Segment(name, tag, EdiLabel.NONE, false, true, List.of());
        if (bare.size() < MOST) {
          bare.put(name, known);
        }
        parts.add(known);
      }
    }
    return parts;
  }

  /** The tag of the segment that a loop begins with. */
  private static String opener(String name, Obj loop) {
    for (int i = 0; i < loop.size(); i++) {
      String tag = EdiNames.tag(loop.name(i));
      if (!tag.isEmpty() && !isEnvelope(tag)) {
        return tag;
      }
    }
    return name.startsWith(EdiNames.LOOP) ? name.substring(EdiNames.LOOP.length()) : name;
  }

  private static boolean isEnvelope(String tag) {
    for (EdiStandard standard : EdiStandard.values()) {
      if (standard.isEnvelope(tag)) {
        return true;
      }
    }
    return false;
  }

  private static Object first(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty() ? Absent.ABSENT : list.getFirst();
    }
    return value;
  }

  /** A segment with the elements that its object has. */
  EdiPart.Segment segment(EdiPart.Segment segment, Obj item) {
    EdiPart.Segment known = last.get(segment.name());
    if (known != null && fit(known.elements(), item)) {
      return known;
    }
    EdiPart.Segment made =
        new EdiPart.Segment(
            segment.name(),
            segment.tag(),
            segment.label(),
            false,
            true,
            elements(segment.tag(), item));
    if (known != null || last.size() < MOST) {
      last.put(segment.name(), made);
    }
    return made;
  }

  /** Whether an object has these elements and no others, in this order. */
  private static boolean fit(List<EdiElement> elements, Obj item) {
    if (elements.size() != item.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      EdiElement element = elements.get(i);
      Object value = item.value(i);
      boolean same =
          element.type() == null
              ? value instanceof Obj composite && fit(element.components(), composite)
              : !(first(value) instanceof Obj);
      if (!same || !item.name(i).equals(element.name())) {
        return false;
      }
    }
    return true;
  }

  private static List<EdiElement> elements(String prefix, Obj item) {
    List<EdiElement> elements = new ArrayList<>();
    for (String name : item.fields().keySet()) {
      int position = EdiNames.position(name, prefix);
      if (position > 0) {
        elements.add(element(name, position, item.get(name)));
      }
    }
    elements.sort(Comparator.comparingInt(EdiElement::position));
    return elements;
  }

  private static EdiElement element(String name, int position, Object value) {
    if (!(first(value) instanceof Obj)) {
      return EdiElement.text(name, position);
    }
    Obj all = new Obj();
    List<?> items = value instanceof List<?> list ? list : List.of(value);
    for (Object one : items) {
      if (one instanceof Obj composite) {
        composite.fields().forEach(all::put);
      }
    }
    return new EdiElement(name, position, EdiLabel.NONE, false, true, null, elements(name, all));
  }
}
