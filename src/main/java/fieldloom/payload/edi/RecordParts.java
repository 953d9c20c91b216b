package fieldloom.payload.edi;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a message is made of, as a record says by the names of its fields, where nothing else does.
 */
final class RecordParts {
  private RecordParts() {}

  /** Segments and loops of a record or of a loop's item, in its order. */
  static List<EdiPart> of(Obj item) throws UnfitException {
    List<EdiPart> parts = new ArrayList<>();
    for (String name : item.fields().keySet()) {
      Object first = first(item.get(name));
      String tag = EdiNames.tag(name);
      if (tag.isEmpty() && first instanceof Obj loop) {
        List<EdiPart> inner = of(loop);
        String opener =
            inner.isEmpty() ? name.substring(EdiNames.LOOP.length()) : inner.getFirst().opener();
        parts.add(new EdiPart.Loop(name, EdiLabel.NONE, false, true, opener, false, inner));
      } else if (isEnvelope(tag)) {
        continue;
      } else if (tag.isEmpty()) {
        throw new UnfitException(
            "has the field "
                + name
                + ", which is neither a segment's tag nor a loop such as "
                + EdiNames.loopOf("N1"));
      } else {
        parts.add(new EdiPart.Segment(name, tag, EdiLabel.NONE, false, true, List.of()));
      }
    }
    return parts;
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
  static EdiPart.Segment segment(EdiPart.Segment segment, Obj item) {
    return new EdiPart.Segment(
        segment.name(), segment.tag(), segment.label(), false, true, elements(segment.tag(), item));
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
