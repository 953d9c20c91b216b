package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.XmlContent;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.text.TextPage;
import fieldloom.payload.xml.ContentOrder.Placed;
import fieldloom.payload.xml.WritePlan.Part;
import fieldloom.payload.xml.WritePlan.Parts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes elements and what is in them in the order of their schema. */
final class ElementWriter {
  private static final int MAX_DEPTH = 3_000;
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final XmlTags tags;
  private final TextPage page;
  private final Declarations declarations;
  private final boolean nils;
  private final boolean indent;
  private final Set<SchemaNode> patterned;
  private final Map<SchemaNode, WritePlan> plans = new IdentityHashMap<>();
  private String[] trail = new String[16];
  private int trailed;
  private int top;

  /** The depth from which on no blanks may be put in, for they would be text. */
  private int textFrom = NOWHERE;

  /**
   * @param nils whether null is written as {@code xsi:nil} where the schema allows it
   * @param patterned date fields whose text is written as it is
   */
  ElementWriter(
      XmlTags tags,
      TextPage page,
      Declarations declarations,
      boolean nils,
      boolean indent,
      Set<SchemaNode> patterned) {
    this.tags = tags;
    this.page = page;
    this.declarations = declarations;
    this.nils = nils;
    this.indent = indent;
    this.patterned = patterned;
  }

  /** How an element of a schema is written. */
  WritePlan plan(SchemaNode node) {
    WritePlan known = plans.get(node);
    if (known == null) {
      known = new WritePlan(node, patterned.contains(node), this::plan);
      plans.put(node, known);
    }
    return known;
  }

  /** Where in the record something went wrong, and forgets it: {@code order.lines.qty}. */
  String takeTrail() {
    String place = String.join(".", Arrays.asList(trail).subList(0, trailed));
    trailed = 0;
    tags.takeBack();
    return place;
  }

  private void trail(String name) {
    if (trailed == trail.length) {
      trail = Arrays.copyOf(trail, trailed * 2);
    }
    trail[trailed++] = name;
  }

  /**
   * Writes a record.
   *
   * @param name of its element
   * @param plan null where nothing is known of it
   * @param around the default namespace where it stands; "" where there is none
   * @param depth how many elements stand around it
   */
  void record(String name, @Nullable WritePlan plan, Object value, String around, int depth)
      throws IOException, Unfit {
    top = depth;
    textFrom = NOWHERE;
    element(name, plan, value, around, depth);
  }

  private void element(
      String name, @Nullable WritePlan plan, Object value, String around, int depth)
      throws IOException, Unfit {
    trail(name);
    if (depth > MAX_DEPTH) {
      throw new Unfit("is nested more than 3,000 levels deep");
    }
    if (indent && textFrom == NOWHERE && (depth > 0 || page.length() > 0)) {
      tags.newLine(depth);
    }
    String inside = tags.start(name, plan, around, depth == top);
    boolean block = false;
    if (value == Null.NULL) {
      tags.nil();
    } else if (plan == null || plan.type == FieldType.ANY) {
      block = loose(value, inside, depth);
    } else if (plan.type == FieldType.OBJECT) {
      block = object(plan, parts(plan, value), inside, depth);
    } else {
      tags.text(plan, onlyText(value));
    }
    if (block && indent && textFrom == NOWHERE) {
      tags.newLine(depth);
    }
    if (textFrom == depth) {
      textFrom = NOWHERE;
    }
    tags.end();
    trailed--;
    if (page.length() > Declarations.MOST_HELD) {
      declarations.handOnLarge();
    }
  }

  /** The parts of an element that has some; a value by itself is its text. */
  private static Obj parts(WritePlan plan, Object value) throws Unfit {
    if (value instanceof Obj object) {
      return object;
    }
    if (plan.parts().text() == null || value instanceof List<?>) {
      throw new Unfit("is a value without parts, but its schema gives it some");
    }
    return new Obj().put("#text", value);
  }

  /** The text of an element that has no other parts. */
  private static Object onlyText(Object value) throws Unfit {
    if (!(value instanceof Obj object)) {
      return value;
    }
    Object text = object.get("#text");
    if (object.size() != (text == Absent.ABSENT ? 0 : 1)) {
      throw new Unfit("has parts, but its schema gives it none");
    }
    return text == Absent.ABSENT || text == Null.NULL ? "" : text;
  }

  /** Writes what an element has; returns whether that is other elements. */
  private boolean object(WritePlan plan, Obj object, String inside, int depth)
      throws IOException, Unfit {
    Parts parts = plan.parts();
    int listed = 0;
    for (Part part : parts.attributes()) {
      Object value = object.get(part.key(), listed);
      listed += value == Absent.ABSENT ? 0 : 1;
      attribute(part, value);
    }
    int behind = listed;
    for (Part part : parts.elements()) {
      listed += object.get(part.key(), listed) == Absent.ABSENT ? 0 : 1;
    }
    Part own = parts.text();
    Object text = own == null ? Absent.ABSENT : object.get("#text");
    listed += text == Absent.ABSENT ? 0 : 1;
    Set<String> unlisted =
        listed == object.size() ? Set.of() : unlisted(plan, parts, object.fields());
    if (own != null) {
      textFrom = Math.min(textFrom, depth);
      ownText(own, text);
    }
    return parts.model() == null
        ? inOrder(parts, object, behind, unlisted, inside, depth)
        : byModel(parts.model(), parts, object, unlisted, inside, depth);
  }

  private void attribute(Part part, Object value) throws Unfit {
    if (value != Absent.ABSENT && value != Null.NULL) {
      trail(part.key());
      tags.attribute(part.key(), part.plan(), value);
      trailed--;
    } else if (part.min() > 0) {
      throw missing(part);
    }
  }

  private void ownText(Part own, Object value) throws Unfit {
    if (value != Absent.ABSENT && value != Null.NULL) {
      tags.text(own.plan(), value);
    } else if (own.min() > 0) {
      throw missing(own);
    }
  }

  private static Unfit missing(Part part) {
    return new Unfit("has no " + part.key() + ", which its schema requires");
  }

  /** Fields that the schema does not list: attributes are written, elements are returned. */
  private Set<String> unlisted(WritePlan plan, Parts parts, Map<String, Object> fields)
      throws Unfit {
    Set<String> elements = new LinkedHashSet<>();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      String key = field.getKey();
      if (parts.lists(key)) {
        continue;
      }
      if (!plan.open() || key.equals("#text")) {
        throw new Unfit("has " + key + ", which its schema does not list");
      }
      if (!key.startsWith("@")) {
        elements.add(key);
      } else if (field.getValue() != Null.NULL) {
        tags.attribute(key, null, field.getValue());
      }
    }
    return elements;
  }

  /**
   * @param likely where the first element is likely to be among the fields; most records have them
   *     in the order of the schema
   */
  private boolean inOrder(
      Parts parts, Obj object, int likely, Set<String> unlisted, String inside, int depth)
      throws IOException, Unfit {
    boolean any = false;
    int at = likely;
    List<Part> elements = parts.elements();
    for (int i = 0; i < elements.size(); i++) {
      Part part = elements.get(i);
      Object value = object.get(part.key(), at);
      at += value == Absent.ABSENT ? 0 : 1;
      int count = 0;
      if (value instanceof List<?> list) {
        for (Object item : list) {
          count += one(part, item, inside, depth);
        }
      } else {
        count = one(part, value, inside, depth);
      }
      if (count == 0 && part.min() > 0) {
        throw missing(part);
      }
      if (count < part.min() || count > part.max()) {
        String bound = count < part.min() ? "requires " + part.min() : "allows " + part.max();
        throw new Unfit("has " + count + " " + part.key() + " where its schema " + bound);
      }
      any |= count > 0;
    }
    for (String key : unlisted) {
      any |= looseElements(key, object.get(key), inside, depth);
    }
    return any;
  }

  /** Writes one element; returns how many there were to write. */
  private int one(Part part, Object value, String inside, int depth) throws IOException, Unfit {
    if (!isWritten(part.plan(), value)) {
      return 0;
    }
    element(part.key(), part.plan(), value, inside, depth + 1);
    return 1;
  }

  /** Null is written only where the schema has a way to say it. */
  private boolean isWritten(@Nullable WritePlan plan, Object value) {
    return value != Absent.ABSENT
        && (value != Null.NULL || nils && plan != null && plan.nillable());
  }

  private boolean byModel(
      XmlContent model, Parts parts, Obj object, Set<String> unlisted, String inside, int depth)
      throws IOException, Unfit {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : object.fields().entrySet()) {
      Part part = parts.byKey().get(field.getKey());
      if (part != null || unlisted.contains(field.getKey())) {
        List<Object> written = new ArrayList<>();
        for (Object item : items(field.getValue())) {
          if (isWritten(part == null ? null : part.plan(), item)) {
            written.add(item);
          }
        }
        if (!written.isEmpty()) {
          values.put(field.getKey(), written);
        }
      }
    }
    List<Placed> order = ContentOrder.of(model, values, unlisted);
    for (Placed placed : order) {
      Part part = parts.byKey().get(placed.field());
      element(placed.field(), part == null ? null : part.plan(), placed.value(), inside, depth + 1);
    }
    return !order.isEmpty();
  }

  /** Writes what an element has of which nothing is known, in the order of the record. */
  private boolean loose(Object value, String inside, int depth) throws IOException, Unfit {
    if (!(value instanceof Obj object)) {
      tags.text(null, value);
      return false;
    }
    for (int i = 0; i < object.size(); i++) {
      if (isAttribute(object.name(i)) && object.value(i) != Null.NULL) {
        tags.attribute(object.name(i), null, object.value(i));
      }
    }
    Object text = object.get("#text");
    if (text != Absent.ABSENT && text != Null.NULL) {
      textFrom = Math.min(textFrom, depth);
      tags.text(null, text);
    }
    boolean any = false;
    for (int i = 0; i < object.size(); i++) {
      String key = object.name(i);
      if (!isAttribute(key) && !key.equals("#text")) {
        any |= looseElements(key, object.value(i), inside, depth);
      }
    }
    return any;
  }

  private static boolean isAttribute(String key) {
    return !key.isEmpty() && key.charAt(0) == '@';
  }

  private boolean looseElements(String key, Object value, String inside, int depth)
      throws IOException, Unfit {
    if (!(value instanceof List<?> list)) {
      return looseElement(key, value, inside, depth);
    }
    boolean any = false;
    for (Object item : list) {
      any |= looseElement(key, item, inside, depth);
    }
    return any;
  }

  private boolean looseElement(String key, Object value, String inside, int depth)
      throws IOException, Unfit {
    if (value == Null.NULL) {
      return false;
    }
    element(key, null, value, inside, depth + 1);
    return true;
  }

  private static List<?> items(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }
}
