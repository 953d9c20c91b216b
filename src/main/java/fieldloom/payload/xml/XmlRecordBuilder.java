package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.XmlShape.TextForm;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader.Misfit;
import fieldloom.payload.text.TextLimits;
import fieldloom.payload.xml.ElementPlan.Slot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Builds one record of an element, without recursion, so that no depth of the input can exhaust the
 * stack.
 */
final class XmlRecordBuilder {
  /** Levels of elements that are read; the record itself is the first. */
  static final int MAX_DEPTH = 1_000;

  /** What an element and an attribute take in memory, in bytes, beside their text. */
  private static final int ELEMENT_BYTES = 160;

  private static final int MOST_MISFITS = 100;

  private final XmlInput input;
  private final XMLStreamReader2 cursor;
  private final XmlPlans plans;
  private final long mostBytes;
  private final List<Misfit> misfits = new ArrayList<>();
  private Frame[] frames = new Frame[16];
  private long bytes;

  /** An element that is being read. */
  private static final class Frame {
    private ElementPlan plan;
    private @Nullable Slot slot;
    private @Nullable Obj parts;
    private @Nullable String text;
    private @Nullable StringBuilder more;
    private boolean nil;
    private boolean elements;

    /** The furthest place of a part so far: what has one behind it was not there yet. */
    private int furthest = -1;

    /** Where that part is in the record. */
    private int at;

    private Frame(ElementPlan plan, @Nullable Slot slot) {
      this.plan = plan;
      this.slot = slot;
    }

    private void begin(ElementPlan newPlan, @Nullable Slot newSlot) {
      plan = newPlan;
      slot = newSlot;
      parts = null;
      text = null;
      more = null;
      nil = false;
      elements = false;
      furthest = -1;
    }

    private Obj parts() {
      Obj known = parts;
      if (known == null) {
        known = new Obj(plan.parts());
        parts = known;
      }
      return known;
    }

    private int add(String part) {
      if (text == null) {
        text = part;
        return part.length();
      }
      StringBuilder all = more;
      if (all == null) {
        all = new StringBuilder(text);
        more = all;
      }
      return all.append(part).length();
    }

    private String text() {
      return more != null ? more.toString() : text == null ? "" : text;
    }
  }

  /**
   * @param mostBytes what a record may take in memory, roughly
   */
  XmlRecordBuilder(XmlInput input, XmlPlans plans, long mostBytes) {
    this.input = input;
    this.cursor = input.cursor();
    this.plans = plans;
    this.mostBytes = mostBytes;
  }

  /**
   * Reads the element at whose start the parser stands, to its end.
   *
   * @throws XmlFault where it cannot be read or breaks a limit; where that is not fatal, the parser
   *     stands somewhere within it
   */
  Object build(ElementPlan root) throws IOException, XmlFault {
    misfits.clear();
    bytes = 0;
    start(0, root, null);
    int depth = 0;
    while (true) {
      switch (input.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Frame frame = frames[depth];
          if (++depth == MAX_DEPTH) {
            throw fault(
                ReadCodes.TOO_DEEP,
                "At "
                    + input.place()
                    + " the record has more than 1,000 levels of elements; no more are read.");
          }
          frame.elements = true;
          Slot slot = element(frame.plan);
          start(depth, frame.plan.below(slot), slot);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Object value = end(frames[depth]);
          if (depth == 0) {
            return settled(value, root);
          }
          Slot slot = frames[depth].slot;
          add(frames[--depth], slot, value);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(frames[depth]);
        default -> {
          // Comments and processing instructions say nothing of the record.
        }
      }
    }
  }

  /** Texts of the last record that are not of their types. */
  List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  private void start(int depth, ElementPlan plan, @Nullable Slot slot) throws XmlFault {
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    Frame frame = frames[depth];
    if (frame == null) {
      frame = new Frame(plan, slot);
      frames[depth] = frame;
    } else {
      frame.begin(plan, slot);
    }
    plan.begin();
    int attributes = cursor.getAttributeCount();
    for (int i = 0; i < attributes; i++) {
      attribute(frame, i);
    }
    bytes += ELEMENT_BYTES * (1L + attributes);
    if (bytes > mostBytes) {
      throw new XmlFault(
          ReadCodes.TOO_LARGE,
          "At "
              + input.place()
              + " the document has become too large to be one record in the memory there is; name"
              + " its repeating element in the option records, such as \"/orders/order\".",
          input.line(),
          true);
    }
  }

  private Slot element(ElementPlan plan) {
    String namespace = uri(cursor.getNamespaceURI());
    String local = cursor.getLocalName();
    Slot guess = plan.guess(false, namespace, local);
    return guess != null ? guess : plan.element(namespace, local, uri(cursor.getPrefix()));
  }

  private void attribute(Frame frame, int index) {
    String namespace = uri(cursor.getAttributeNamespace(index));
    String local = cursor.getAttributeLocalName(index);
    String text = cursor.getAttributeValue(index);
    if (namespace.equals(XmlNames.XSI)) {
      if (local.equals("nil")) {
        String flag = XmlTexts.strip(text);
        frame.nil = flag.equals("true") || flag.equals("1");
        return;
      }
      if (!local.equals("type") || !frame.plan.hasTypes()) {
        return;
      }
      // The name of the type, whatever prefix the document has for it.
      text = text.substring(text.indexOf(':') + 1);
    }
    if (frame.plan.type.isScalar()) {
      return;
    }
    Slot slot = frame.plan.guess(true, namespace, local);
    if (slot == null) {
      slot = frame.plan.attribute(namespace, local, uri(cursor.getAttributePrefix(index)));
    }
    Object value =
        value(text, ElementPlan.type(slot), ElementPlan.form(slot), frame.plan.isPatterned(slot));
    bytes += text.length();
    add(frame, slot, value);
  }

  private void text(Frame frame) throws XmlFault {
    if (frame.plan.type == FieldType.OBJECT && frame.plan.text == null && cursor.isWhiteSpace()) {
      return;
    }
    String part = cursor.getText();
    bytes += part.length();
    if (frame.add(part) > TextLimits.MAX_CHARS) {
      throw fault(
          ReadCodes.TOO_LONG,
          "At "
              + input.place()
              + " a text has more than 20,000,000 characters; such a record is not read.");
    }
  }

  private Object end(Frame frame) {
    if (frame.nil) {
      return Null.NULL;
    }
    ElementPlan plan = frame.plan;
    if (plan.type.isScalar() && !frame.elements) {
      return value(frame.text(), plan.type, plan.form, plan.patterned);
    }
    String text = frame.text();
    Slot own = plan.text;
    if (own != null) {
      add(
          frame,
          own,
          value(text, ElementPlan.type(own), ElementPlan.form(own), plan.isPatterned(own)));
    } else if (plan.type != FieldType.OBJECT && frame.parts == null) {
      return text;
    } else if (frame.elements ? !XmlTexts.isBlank(text) : !text.isEmpty()) {
      frame.parts().put("#text", text);
    }
    Obj parts = frame.parts();
    plan.had(parts.size());
    return parts;
  }

  private Object value(String text, FieldType type, TextForm form, boolean patterned) {
    if (patterned) {
      return XmlTexts.isBlank(text) ? Absent.ABSENT : text;
    }
    Object value = XmlTexts.value(text, type, form);
    if (value != null) {
      return value;
    }
    if (misfits.size() < MOST_MISFITS) {
      misfits.add(new Misfit(text, input.place()));
    }
    return text;
  }

  private static void add(Frame frame, @Nullable Slot slot, Object value) {
    Obj parent = frame.parts();
    if (slot == null || value == Absent.ABSENT) {
      return;
    }
    if (slot.place > frame.furthest) {
      frame.furthest = slot.place;
      frame.at = parent.size();
      parent.add(slot.key(), slot.repeats ? listOf(value) : value);
      return;
    }
    // Most parts that repeat come one behind the other.
    boolean again = slot.place >= 0 && slot.place == frame.furthest;
    int before = parent.size();
    int at = again ? frame.at : parent.reserve(slot.key());
    if (at == before) {
      parent.set(at, slot.repeats ? listOf(value) : value);
    } else if (parent.value(at) instanceof List<?> there) {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) there;
      list.add(value);
    } else {
      List<Object> list = listOf(parent.value(at));
      list.add(value);
      parent.set(at, list);
    }
  }

  private static List<Object> listOf(Object value) {
    List<Object> list = new ArrayList<>();
    list.add(value);
    return list;
  }

  /** Gives parts whose names became ambiguous while the record was read the names they have now. */
  private Object settled(Object value, ElementPlan root) {
    if (!plans.hasChanged()) {
      return value;
    }
    Object renamed = renamed(value, root);
    plans.settle();
    return renamed;
  }

  private static Object renamed(Object value, ElementPlan plan) {
    switch (value) {
      case Obj object -> {
        Obj renamed = new Obj();
        Map<String, Slot> slots = plan.byKey();
        object
            .fields()
            .forEach(
                (key, part) -> {
                  Slot slot = slots.get(key);
                  renamed.put(
                      slot == null ? key : slot.lastingKey(),
                      slot == null ? part : renamed(part, plan.below(slot)));
                });
        return renamed;
      }
      case List<?> list -> {
        List<Object> renamed = new ArrayList<>(list.size());
        list.forEach(item -> renamed.add(renamed(item, plan)));
        return renamed;
      }
      default -> {
        return value;
      }
    }
  }

  private XmlFault fault(String code, String message) {
    return new XmlFault(code, message, input.line(), false);
  }

  private static String uri(@Nullable String text) {
    return text == null ? "" : text;
  }
}
