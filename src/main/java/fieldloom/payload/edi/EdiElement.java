package fieldloom.payload.edi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a segment, or a component of a composite element.
 *
 * @param name as paths have it: {@code BEG03}
 * @param position from 1
 * @param type what it holds; null where it is a composite
 * @param components of a composite; empty where it is none
 */
public record EdiElement(
    String name,
    int position,
    EdiLabel label,
    boolean required,
    boolean repeats,
    @Nullable EdiType type,
    List<EdiElement> components) {

  public EdiElement {
    components = List.copyOf(components);
  }

  /** A simple element of any text. */
  static EdiElement text(String name, int position) {
    return new EdiElement(name, position, EdiLabel.NONE, false, false, EdiType.TEXT, List.of());
  }

  /** The element at a position; null where there is none. */
  static @Nullable EdiElement at(List<EdiElement> elements, int position) {
    if (position <= elements.size() && elements.get(position - 1).position() == position) {
      return elements.get(position - 1);
    }
    for (EdiElement element : elements) {
      if (element.position() == position) {
        return element;
      }
    }
    return null;
  }
}
