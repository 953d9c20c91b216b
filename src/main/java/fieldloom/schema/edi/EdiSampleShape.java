package fieldloom.schema.edi;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Obj;
import fieldloom.payload.edi.EdiNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the records, loops, segments or composites seen at one place have in common. */
final class EdiSampleShape {
  private final List<Part> parts = new ArrayList<>();
  private int seen;

  /** A field of them. */
  private static final class Part {
    private final String name;
    private int owners;
    private boolean repeats;
    private @Nullable EdiSampleShape inner;

    private Part(String name) {
      this.name = name;
    }
  }

  /** Takes one more into account. */
  void add(Obj item) {
    seen++;
    int last = -1;
    for (Map.Entry<String, Object> field : item.fields().entrySet()) {
      last = part(field.getKey(), last);
      Part part = parts.get(last);
      part.owners++;
      List<?> values = field.getValue() instanceof List<?> list ? list : List.of(field.getValue());
      part.repeats |= values.size() > 1 || field.getKey().startsWith(EdiNames.LOOP);
      for (Object value : values) {
        if (value instanceof Obj object) {
          EdiSampleShape known = part.inner;
          if (known == null) {
            known = new EdiSampleShape();
            part.inner = known;
          }
          known.add(object);
        }
      }
    }
  }

  /** The place of a part; a new one stands behind that which came before it. */
  private int part(String name, int before) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name.equals(name)) {
        return i;
      }
    }
    parts.add(before + 1, new Part(name));
    return before + 1;
  }

  SchemaNode root(String name) {
    return SchemaNode.builder(name, FieldType.OBJECT)
        .required(true)
        .open(true)
        .children(nodes())
        .build();
  }

  private List<SchemaNode> nodes() {
    List<SchemaNode> nodes = new ArrayList<>();
    Map<String, SchemaNode> elements = new TreeMap<>();
    for (Part part : parts) {
      SchemaNode node = node(part);
      // Elements by position, whatever came first.
      if (isElement(part.name)) {
        elements.put(part.name, node);
      } else {
        nodes.add(node);
      }
    }
    nodes.addAll(0, elements.values());
    return nodes;
  }

  private static boolean isElement(String name) {
    return name.length() > 3 && !name.startsWith(EdiNames.LOOP) && name.indexOf('_') < 0;
  }

  /** What is read of the envelope has types, the rest is text. */
  private static FieldType simple(String name) {
    return switch (name) {
      case "ISA09", "GS04" -> FieldType.DATE;
      case "ISA10", "GS05" -> FieldType.TIME;
      default -> FieldType.STRING;
    };
  }

  private SchemaNode node(Part part) {
    EdiSampleShape inner = part.inner;
    FieldType type = inner == null ? simple(part.name) : FieldType.OBJECT;
    boolean required = part.owners == seen;
    SchemaNode.Builder item =
        SchemaNode.builder(part.name, type).required(part.repeats || required).open(true);
    if (inner != null) {
      item.children(inner.nodes());
    }
    if (EnvelopeTitles.has(part.name)) {
      item.titles(EnvelopeTitles.of(part.name, null));
    }
    if (!part.repeats) {
      return item.build();
    }
    return SchemaNode.builder(part.name, FieldType.ARRAY)
        .required(required)
        .open(true)
        .item(item.build())
        .build();
  }
}
