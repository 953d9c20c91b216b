package fieldloom.payload.edi;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import java.util.List;

/** Writes segments: delimiters between their parts, none behind the last that is there. */
final class SegmentWriter {
  private final EdiDelimiters delimiters;
  private final String lineEnd;

  /** The characters of ASCII that stand in a text as they are. */
  private final boolean[] plain = new boolean[0x80];

  SegmentWriter(EdiDelimiters delimiters, String lineEnd) {
    this.delimiters = delimiters;
    this.lineEnd = lineEnd;
    for (char c = ' '; c < 0x7F; c++) {
      plain[c] = !delimiters.has(c);
    }
  }

  private boolean isPlain(char c) {
    return c < plain.length ? plain[c] : !delimiters.has(c);
  }

  EdiDelimiters delimiters() {
    return delimiters;
  }

  /** Appends a segment of an object whose fields are its elements. */
  void append(StringBuilder out, EdiPart.Segment segment, Obj value) throws UnfitException {
    out.append(segment.tag());
    int kept = out.length();
    int position = 0;
    int met = 0;
    List<EdiElement> elements = segment.elements();
    for (int i = 0; i < elements.size(); i++) {
      EdiElement element = elements.get(i);
      while (position < element.position()) {
        out.append(delimiters.element());
        position++;
      }
      int before = out.length();
      Object own = value.get(element.name());
      met += own == Absent.ABSENT ? 0 : 1;
      append(out, element, own);
      if (out.length() > before) {
        kept = out.length();
      }
    }
    out.setLength(kept);
    end(out);
    if (met < value.size()) {
      known(segment, value);
    }
  }

  private static void known(EdiPart.Segment segment, Obj value) throws UnfitException {
    for (String name : value.fields().keySet()) {
      if (segment.elements().stream().noneMatch(element -> element.name().equals(name))) {
        throw new UnfitException(
            "has the field "
                + name
                + ", which is no element of the segment "
                + segment.tag()
                + "; elements are named by tag and position, such as "
                + EdiNames.element(segment.tag(), 1));
      }
    }
  }

  /** Appends a segment of texts, which are written as they are. */
  void append(StringBuilder out, String tag, String... elements) {
    out.append(tag);
    for (String element : elements) {
      out.append(delimiters.element()).append(element);
    }
    end(out);
  }

  private void end(StringBuilder out) {
    out.append(delimiters.segment()).append(lineEnd);
  }

  private void append(StringBuilder out, EdiElement element, Object value) throws UnfitException {
    if (!(value instanceof List<?> list)) {
      appendOne(out, element, value);
      return;
    }
    int kept = out.length();
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        if (delimiters.repetition() == EdiDelimiters.NONE) {
          throw new UnfitException(
              "repeats the element "
                  + element.name()
                  + ", which this version of the standard"
                  + " does not know; choose a newer one");
        }
        out.append(delimiters.repetition());
      }
      int before = out.length();
      appendOne(out, element, list.get(i));
      kept = out.length() > before ? out.length() : kept;
    }
    out.setLength(kept);
  }

  private void appendOne(StringBuilder out, EdiElement element, Object value)
      throws UnfitException {
    if (value instanceof Null || value == Absent.ABSENT) {
      return;
    }
    EdiType type = element.type();
    if (type != null) {
      if (value instanceof Obj || value instanceof List) {
        throw new UnfitException("has several values in the element " + element.name());
      }
      text(out, element.name(), type, value);
      return;
    }
    if (!(value instanceof Obj composite)) {
      throw new UnfitException(
          "has no object in the composite "
              + element.name()
              + "; write its components, such as "
              + EdiNames.component(element.name(), 1));
    }
    components(out, element, composite);
  }

  private void components(StringBuilder out, EdiElement element, Obj composite)
      throws UnfitException {
    int kept = out.length();
    int position = 1;
    int met = 0;
    List<EdiElement> components = element.components();
    for (int i = 0; i < components.size(); i++) {
      EdiElement component = components.get(i);
      while (position < component.position()) {
        out.append(delimiters.component());
        position++;
      }
      int before = out.length();
      Object own = composite.get(component.name());
      met += own == Absent.ABSENT ? 0 : 1;
      append(out, component, own);
      kept = out.length() > before ? out.length() : kept;
    }
    out.setLength(kept);
    if (met < composite.size()) {
      known(element, composite);
    }
  }

  private static void known(EdiElement element, Obj composite) throws UnfitException {
    for (String name : composite.fields().keySet()) {
      if (element.components().stream().noneMatch(known -> known.name().equals(name))) {
        throw new UnfitException(
            "has the field " + name + ", which is no component of " + element.name());
      }
    }
  }

  private void text(StringBuilder out, String name, EdiType type, Object value)
      throws UnfitException {
    String text;
    try {
      text = ElementTexts.text(type, value, delimiters.decimal());
    } catch (UnfitException e) {
      throw new UnfitException("has an element " + name + " that " + e.getMessage());
    }
    if (type.kind() == EdiType.Kind.TEXT
        && type.maxLength() > 0
        && text.codePointCount(0, text.length()) > type.maxLength()) {
      throw new UnfitException(
          "has a text in the element "
              + name
              + " that is longer than its "
              + type.maxLength()
              + " characters at most; shorten it");
    }
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        out.append(c);
        continue;
      }
      if (delimiters.has(c)) {
        if (delimiters.release() == EdiDelimiters.NONE) {
          throw new UnfitException(
              "has the character “"
                  + c
                  + "” in the element "
                  + name
                  + ", which is a delimiter; choose another one in the option delimiters, or replace"
                  + " it");
        }
        out.append(delimiters.release());
      } else if (c < ' ' || c == 0x7F) {
        throw new UnfitException(
            "has a line end or another control character in the element "
                + name
                + ", where none can stand; replace it");
      }
      out.append(c);
    }
  }
}
