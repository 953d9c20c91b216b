package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.XmlContent;
import fieldloom.model.XmlShape;
import fieldloom.model.XmlShape.TextForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How an element, attribute or text of a schema is written. Its parts are made when needed. */
final class WritePlan {
  private final SchemaNode node;
  private final Function<SchemaNode, WritePlan> plans;
  private @Nullable Parts parts;

  /** Its name as it is written; null until it is for the first time. */
  @Nullable TagName tag;

  final FieldType type;
  final TextForm form;

  /** Whether its dates have a pattern of their own. */
  final boolean free;

  /**
   * A part of an element.
   *
   * @param key its name in records
   * @param min how often it stands at least
   * @param max how often it stands at most
   */
  record Part(String key, WritePlan plan, int min, int max) {}

  /**
   * The parts of an element in the schema's order.
   *
   * @param text its own text; null where it has none
   * @param elements those that stand in it
   * @param byKey the same by their names in records
   * @param model its content model; null where the elements stand in their order, each as often as
   *     it says
   */
  record Parts(
      List<Part> attributes,
      @Nullable Part text,
      List<Part> elements,
      Map<String, Part> byKey,
      @Nullable XmlContent model) {

    Parts(
        List<Part> attributes,
        @Nullable Part text,
        Map<String, Part> byKey,
        @Nullable XmlContent model) {
      this(attributes, text, List.copyOf(byKey.values()), byKey, model);
    }

    boolean lists(String key) {
      return byKey.containsKey(key)
          || text != null && key.equals(text.key())
          || attributes.stream().anyMatch(part -> part.key().equals(key));
    }
  }

  WritePlan(SchemaNode node, boolean free, Function<SchemaNode, WritePlan> plans) {
    this.node = node;
    this.free = free;
    this.plans = plans;
    this.type = node.type();
    XmlShape shape = node.xml();
    this.form = shape == null ? TextForm.PLAIN : shape.text();
  }

  SchemaNode node() {
    return node;
  }

  @Nullable XmlShape shape() {
    return node.xml();
  }

  /** Whether the element can say that it is null: one that must have attributes cannot. */
  boolean nillable() {
    return node.nullable()
        && (type != FieldType.OBJECT
            || parts().attributes().stream().noneMatch(part -> part.min() > 0));
  }

  boolean open() {
    return node.open();
  }

  Parts parts() {
    Parts known = parts;
    if (known == null) {
      known = make();
      parts = known;
    }
    return known;
  }

  private Parts make() {
    List<Part> attributes = new ArrayList<>();
    Map<String, Part> elements = new LinkedHashMap<>();
    Part text = null;
    for (SchemaNode child : node.children()) {
      boolean repeats = child.type() == FieldType.ARRAY;
      WritePlan plan = plans.apply(repeats ? child.item() : child);
      int min = child.required() ? 1 : 0;
      Part part = new Part(child.name(), plan, min, repeats ? XmlContent.UNBOUNDED : 1);
      if (child.name().equals("#text")) {
        text = part;
      } else if (child.name().startsWith("@")) {
        attributes.add(part);
      } else {
        elements.put(child.name(), part);
      }
    }
    XmlShape shape = node.xml();
    XmlContent model = shape == null || shape.content() == null ? null : shape.content().get();
    Map<String, Part> counted = model == null ? null : inOrder(model, elements);
    return counted == null
        ? new Parts(attributes, text, elements, model)
        : new Parts(attributes, text, counted, null);
  }

  /**
   * The elements with what the content model says of each, where it is nothing but a list of them;
   * null where it is more.
   */
  private static @Nullable Map<String, Part> inOrder(XmlContent model, Map<String, Part> elements) {
    Map<String, Part> counted = new LinkedHashMap<>();
    return collect(model, elements, counted) && counted.size() == elements.size() ? counted : null;
  }

  private static boolean collect(
      XmlContent model, Map<String, Part> elements, Map<String, Part> counted) {
    return switch (model) {
      case XmlContent.Field field -> {
        Part part = elements.get(field.field());
        yield part != null
            && counted.put(
                    field.field(), new Part(part.key(), part.plan(), field.min(), field.max()))
                == null;
      }
      case XmlContent.Anything anything -> false;
      case XmlContent.Group group -> {
        boolean plain = group.kind() != XmlContent.Kind.CHOICE && group.min() == 1;
        if (!plain || group.max() != 1) {
          yield false;
        }
        for (XmlContent inner : group.parts()) {
          if (!collect(inner, elements, counted)) {
            yield false;
          }
        }
        yield true;
      }
    };
  }
}
