package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.XmlShape;
import fieldloom.model.XmlShape.TextForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an element of one place of a document is read as, and under which names its parts. Parts
 * that no schema lists are learnt as they come. Not thread-safe.
 */
final class ElementPlan {
  /** Starts a name that no document can have. */
  private static final char TEMPORARY = '\u0000';

  private final XmlPlans plans;
  private final Map<String, List<Slot>> elements = new HashMap<>();
  private final Map<String, List<Slot>> attributes = new HashMap<>();

  /** How many parts the last element had, from 1. */
  private int parts = 4;

  /** How many slots have a place. */
  private int places;

  /** The part that was met last; documents mostly have their parts in the same order. */
  private Slot last;

  /** Stands for the start of an element, before any part was met. */
  private final Slot start = new Slot(Slot.NO_PLACE, "", "", "", null, false);

  /** Type of the element's own text where it has no other parts; OBJECT where it has. */
  final FieldType type;

  /** How its own text is read; null where no schema lists one. */
  final @Nullable Slot text;

  final TextForm form;

  /** Whether dates of this element have a pattern of their own. */
  final boolean patterned;

  /**
   * A part of an element.
   *
   * <p>Its name may change as parts of the same local name come up in another namespace.
   */
  static final class Slot {
    /** Of a part that is not remembered: there may be another slot for the next of its name. */
    private static final int NO_PLACE = -1;

    final String namespace;

    /** Its place among the slots of the element, or {@link #NO_PLACE}. */
    final int place;

    private String local;
    private final boolean attribute;
    final boolean listed;
    final boolean repeats;
    private final @Nullable SchemaNode node;
    private @Nullable ElementPlan plan;
    private String key;
    private String lastingKey;

    /** The one that was met behind it the last time. */
    private Slot then = this;

    private Slot(
        int place,
        String key,
        String namespace,
        String local,
        @Nullable SchemaNode node,
        boolean repeats) {
      this.place = place;
      this.key = key;
      this.lastingKey = key;
      this.namespace = namespace;
      this.local = local;
      this.attribute = key.startsWith("@");
      this.node = node;
      this.listed = node != null;
      this.repeats = repeats;
    }

    /** Its name in the record that is being built. */
    String key() {
      return key;
    }

    /** Its name once the record is built; the same unless another of its name came up in it. */
    String lastingKey() {
      return lastingKey;
    }

    private void name(String building, String lasting) {
      key = building;
      lastingKey = lasting;
    }

    /** Takes the lasting name from the next record on. */
    void settle() {
      key = lastingKey;
    }
  }

  /**
   * @param node null where nothing is known of the element
   */
  ElementPlan(XmlPlans plans, @Nullable SchemaNode node) {
    this.plans = plans;
    this.last = start;
    this.type = node == null ? FieldType.ANY : node.type();
    XmlShape shape = node == null ? null : node.xml();
    this.form = shape == null ? TextForm.PLAIN : shape.text();
    this.patterned = node != null && plans.isPatterned(node);
    Slot own = null;
    if (node != null && type == FieldType.OBJECT) {
      for (SchemaNode child : node.children()) {
        if (child.name().equals("#text")) {
          own = new Slot(places++, "#text", "", "", child, false);
        } else {
          list(child);
        }
      }
    }
    this.text = own;
  }

  private void list(SchemaNode child) {
    boolean repeats = child.type() == FieldType.ARRAY;
    SchemaNode item = repeats ? child.item() : child;
    boolean attribute = child.name().startsWith("@");
    XmlShape shape = child.xml();
    String bare = attribute ? child.name().substring(1) : child.name();
    String local = shape == null ? bare.substring(bare.indexOf(':') + 1) : shape.local();
    String namespace = shape == null ? plans.namespaceOf(bare) : shape.namespace();
    (attribute ? attributes : elements)
        .computeIfAbsent(local, name -> new ArrayList<>(1))
        .add(new Slot(places++, child.name(), namespace, local, item, repeats));
  }

  /** The slot of a child element. */
  Slot element(String namespace, String local, String prefix) {
    return met(slot(elements, "", namespace, local, prefix));
  }

  /** The slot of an attribute. */
  Slot attribute(String namespace, String local, String prefix) {
    return met(slot(attributes, "@", namespace, local, prefix));
  }

  /** Begins an element: what its first part is, those before it tell. */
  void begin() {
    last = start;
  }

  /** The slot that came behind the last one before, where it is this one; null where not. */
  @Nullable Slot guess(boolean attribute, String namespace, String local) {
    Slot guess = last.then;
    boolean same =
        guess.attribute == attribute
            && guess.local.equals(local)
            && guess.namespace.equals(namespace);
    if (!same) {
      return null;
    }
    // A parser hands out one text for one name, which then is the same at once.
    guess.local = local;
    last = guess;
    return guess;
  }

  private Slot met(Slot slot) {
    // One that is not remembered would be by this.
    if (plans.mayLearn()) {
      last.then = slot;
    }
    last = slot;
    return slot;
  }

  /** The slots by their names in the record that is being built. */
  Map<String, Slot> byKey() {
    Map<String, Slot> all = new HashMap<>();
    elements.values().forEach(slots -> slots.forEach(slot -> all.put(slot.key, slot)));
    attributes.values().forEach(slots -> slots.forEach(slot -> all.put(slot.key, slot)));
    return all;
  }

  /** Whether the schema leaves open which type an element is of, so that it says so itself. */
  boolean hasTypes() {
    List<Slot> named = attributes.get("type");
    return named != null && named.stream().anyMatch(slot -> slot.namespace.equals(XmlNames.XSI));
  }

  private Slot slot(
      Map<String, List<Slot>> slots, String mark, String namespace, String local, String prefix) {
    List<Slot> named = slots.get(local);
    if (named == null) {
      named = new ArrayList<>(1);
      if (plans.mayLearn()) {
        slots.put(local, named);
      }
    }
    for (int i = 0; i < named.size(); i++) {
      Slot slot = named.get(i);
      if (slot.namespace.equals(namespace)) {
        return slot;
      }
    }
    if (named.size() == 1 && named.getFirst().listed && plans.takesAsListed(namespace)) {
      return named.getFirst();
    }
    return learn(named, mark, namespace, local, prefix);
  }

  /**
   * Takes a part in that no schema lists. Within one record the names of parts stay as they were
   * when they were met, for what has been read of it has them.
   */
  private Slot learn(List<Slot> named, String mark, String namespace, String local, String prefix) {
    plans.prefer(namespace, prefix);
    String plain = mark + local;
    if (named.isEmpty()) {
      Slot only = new Slot(place(), plain, namespace, local, null, false);
      named.add(only);
      return only;
    }
    Slot first = named.getFirst();
    if (named.size() == 1 && !first.listed) {
      first.name(first.key, mark + plans.qualified(first.namespace, local));
      plans.changed(first);
    }
    String lasting = mark + plans.qualified(namespace, local);
    Slot slot = new Slot(place(), lasting, namespace, local, null, false);
    if (lasting.equals(plain)) {
      slot.name(TEMPORARY + plain, plain);
      plans.changed(slot);
    }
    named.add(slot);
    return slot;
  }

  /** How many parts the next element is likely to have. */
  int parts() {
    return parts;
  }

  void had(int count) {
    parts = Math.clamp(count, 1, 64);
  }

  private int place() {
    return plans.mayLearn() ? places++ : Slot.NO_PLACE;
  }

  /** What the element in a slot is read as. */
  ElementPlan below(Slot slot) {
    ElementPlan plan = slot.plan;
    if (plan == null) {
      plan = plans.of(slot.node);
      slot.plan = plan;
    }
    return plan;
  }

  /** How an attribute's text is read. */
  static FieldType type(Slot slot) {
    return slot.node == null ? FieldType.STRING : slot.node.type();
  }

  static TextForm form(Slot slot) {
    XmlShape shape = slot.node == null ? null : slot.node.xml();
    return shape == null ? TextForm.PLAIN : shape.text();
  }

  boolean isPatterned(Slot slot) {
    return slot.node != null && plans.isPatterned(slot.node);
  }
}
