package fieldloom.payload.edi;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import io.xlate.edi.stream.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the elements of a segment into its object as they come. */
final class SegmentFiller {
  private final EdiStandard standard;

  SegmentFiller(EdiStandard standard) {
    this.standard = standard;
  }

  /** Puts an element or a component; one that the segment does not have is passed over. */
  void put(Obj segment, List<EdiElement> elements, String text, Location at) {
    EdiElement element = EdiElement.at(elements, at.getElementPosition());
    if (element == null || text.isEmpty()) {
      return;
    }
    EdiType type = element.type();
    int repetition = Math.max(1, at.getElementOccurrence());
    if (type != null) {
      if (at.getComponentPosition() <= 1) {
        set(segment, element, repetition, ElementReader.value(type, text, standard));
      }
      return;
    }
    EdiElement part = EdiElement.at(element.components(), Math.max(1, at.getComponentPosition()));
    EdiType held = part == null ? null : part.type();
    if (part != null && held != null) {
      composite(segment, element, repetition)
          .put(part.name(), ElementReader.value(held, text, standard));
    }
  }

  private static void set(Obj segment, EdiElement element, int repetition, Object value) {
    if (!element.repeats()) {
      segment.put(element.name(), value);
      return;
    }
    list(segment, element.name()).add(value);
  }

  private static Obj composite(Obj segment, EdiElement element, int repetition) {
    if (!element.repeats()) {
      return object(segment.get(element.name()), segment, element.name());
    }
    List<Object> list = list(segment, element.name());
    while (list.size() < repetition) {
      list.add(new Obj());
    }
    return (Obj) list.get(repetition - 1);
  }

  private static Obj object(@Nullable Object known, Obj parent, String name) {
    if (known instanceof Obj object) {
      return object;
    }
    Obj made = new Obj();
    parent.put(name, made);
    return made;
  }

  /** The list of a name, made where there is none yet. */
  static List<Object> list(Obj parent, String name) {
    Object known = parent.get(name);
    if (known != Absent.ABSENT) {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) known;
      return list;
    }
    List<Object> made = new ArrayList<>();
    parent.put(name, made);
    return made;
  }
}
