package fieldloom.schema.xml;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.XmlShape;
import fieldloom.payload.xml.XmlNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the elements or attributes seen at one place of a sample have in common. */
final class XmlSampleShape {
  private final String local;
  private final String namespace;
  private final String prefix;
  private final Map<String, XmlSampleShape> attributes = new LinkedHashMap<>();
  private final Map<String, XmlSampleShape> elements = new LinkedHashMap<>();
  private final EnumSet<FieldType> types = EnumSet.noneOf(FieldType.class);
  private boolean nulls;
  private boolean repeats;
  private boolean empty;
  private boolean text;
  private int seen;

  /** How many elements around it have it. */
  private int parents;

  /** How often the element around it that is being read has it. */
  private int now;

  XmlSampleShape(String local, String namespace, String prefix) {
    this.local = local;
    this.namespace = namespace;
    this.prefix = prefix;
  }

  String local() {
    return local;
  }

  /** Whether elements of that name are of this shape. */
  boolean isOf(String name, String uri) {
    return local.equals(name) && namespace.equals(uri);
  }

  XmlSampleShape attribute(String name, String uri, String given) {
    return attributes.computeIfAbsent(
        uri + " " + name, key -> new XmlSampleShape(name, uri, given));
  }

  XmlSampleShape element(String name, String uri, String given) {
    return elements.computeIfAbsent(uri + " " + name, key -> new XmlSampleShape(name, uri, given));
  }

  /** Takes an attribute's text into account. */
  void add(String value) {
    seen++;
    now++;
    text(value);
  }

  /** Begins one more element. */
  void begin() {
    seen++;
    now++;
  }

  /** Takes note that the element is null. */
  void isNull() {
    nulls = true;
  }

  /**
   * Ends an element.
   *
   * @param own its own text
   * @param alone whether it has no other elements
   */
  void end(String own, boolean alone) {
    if (alone) {
      text(own);
    } else if (!own.isBlank()) {
      text = true;
      types.add(FieldType.STRING);
    }
    attributes.values().forEach(XmlSampleShape::endParent);
    elements.values().forEach(XmlSampleShape::endParent);
  }

  private void text(String value) {
    String plain = value.strip();
    if (plain.isEmpty()) {
      empty = true;
      if (!value.isEmpty()) {
        types.add(FieldType.STRING);
      }
    } else {
      types.add(XmlSampleTypes.of(plain.length() == value.length() ? value : " "));
      text = true;
    }
  }

  private void endParent() {
    repeats |= now > 1;
    parents += now > 0 ? 1 : 0;
    now = 0;
  }

  /** The node of a document's root. */
  SchemaNode root(XmlNames names) {
    return item(local, names, true);
  }

  private SchemaNode node(String name, XmlNames names, int around) {
    boolean required = parents == around;
    if (!repeats) {
      return item(name, names, required);
    }
    SchemaNode item = item(name, names, true);
    return SchemaNode.builder(name, FieldType.ARRAY)
        .required(required)
        .open(true)
        .xml(item.xml())
        .item(item)
        .build();
  }

  private SchemaNode item(String name, XmlNames names, boolean required) {
    boolean scalar = attributes.isEmpty() && elements.isEmpty();
    FieldType type = scalar ? type() : FieldType.OBJECT;
    boolean always = required && !(scalar && empty && type != FieldType.STRING);
    SchemaNode.Builder node =
        SchemaNode.builder(name, type)
            .required(always)
            .nullable(nulls)
            .open(true)
            .xml(XmlShape.of(local, namespace, prefix));
    if (!scalar) {
      node.children(children(names));
    }
    return node.build();
  }

  private FieldType type() {
    return types.isEmpty() ? FieldType.STRING : XmlSampleTypes.common(types);
  }

  private List<SchemaNode> children(XmlNames names) {
    List<SchemaNode> children = new ArrayList<>();
    Map<String, Integer> counts = counts(attributes.values());
    for (XmlSampleShape one : attributes.values()) {
      children.add(one.node("@" + one.name(counts, names), names, seen));
    }
    if (text) {
      children.add(
          SchemaNode.builder("#text", type())
              .required(!empty && elements.isEmpty())
              .open(true)
              .xml(XmlShape.of("#text", "", ""))
              .build());
    }
    counts = counts(elements.values());
    for (XmlSampleShape one : elements.values()) {
      children.add(one.node(one.name(counts, names), names, seen));
    }
    return children;
  }

  private static Map<String, Integer> counts(Collection<XmlSampleShape> shapes) {
    Map<String, Integer> counts = new HashMap<>();
    shapes.forEach(shape -> counts.merge(shape.local, 1, Integer::sum));
    return counts;
  }

  private String name(Map<String, Integer> counts, XmlNames names) {
    if (counts.get(local) == 1 || namespace.isEmpty()) {
      return local;
    }
    @Nullable String given = names.prefix(namespace);
    String own = given == null ? prefix : given;
    return own.isEmpty() ? local : own + ":" + local;
  }
}
