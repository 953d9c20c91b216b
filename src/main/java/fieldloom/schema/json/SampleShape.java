package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.schema.SchemaException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the values seen at one place of a sample have in common. */
final class SampleShape {
  private final EnumSet<FieldType> types = EnumSet.noneOf(FieldType.class);
  private final Map<String, SampleShape> fields = new LinkedHashMap<>();
  private @Nullable SampleShape item;
  private boolean nulls;
  private int seen;
  private int objects;
  private final FieldCount count;

  SampleShape(FieldCount count) {
    this.count = count;
  }

  /**
   * Takes one more value into account.
   *
   * @throws SchemaException where there are too many different fields
   */
  void add(JsonNode value) throws SchemaException {
    seen++;
    switch (JsonType.of(value)) {
      case NULL -> nulls = true;
      case BOOLEAN -> types.add(FieldType.BOOLEAN);
      case INTEGER -> types.add(FieldType.INTEGER);
      case NUMBER -> types.add(FieldType.DECIMAL);
      case STRING -> types.add(SampleTexts.type(value.textValue()));
      case OBJECT -> {
        types.add(FieldType.OBJECT);
        objects++;
        for (Map.Entry<String, JsonNode> field : value.properties()) {
          field(field.getKey()).add(field.getValue());
        }
      }
      case ARRAY -> {
        types.add(FieldType.ARRAY);
        for (JsonNode one : value) {
          itemShape().add(one);
        }
      }
    }
  }

  private SampleShape field(String name) throws SchemaException {
    SampleShape shape = fields.get(name);
    if (shape == null) {
      count.add(name);
      shape = new SampleShape(count);
      fields.put(name, shape);
    }
    return shape;
  }

  private SampleShape itemShape() {
    SampleShape shape = item;
    if (shape == null) {
      shape = new SampleShape(count);
      item = shape;
    }
    return shape;
  }

  SchemaNode node(String name, boolean required) {
    FieldType type = type();
    SchemaNode.Builder node =
        SchemaNode.builder(name, type)
            .required(required)
            .nullable(nulls || type == FieldType.ANY)
            .open(true);
    if (type == FieldType.OBJECT) {
      List<SchemaNode> children = new ArrayList<>(fields.size());
      fields.forEach((field, shape) -> children.add(shape.node(field, shape.seen == objects)));
      node.children(children);
    } else if (type == FieldType.ARRAY) {
      node.item(itemShape().node(name, true));
    }
    return node.build();
  }

  private FieldType type() {
    if (types.size() == 1) {
      return types.iterator().next();
    }
    if (types.equals(Set.of(FieldType.INTEGER, FieldType.DECIMAL))) {
      return FieldType.DECIMAL;
    }
    boolean texts = !types.isEmpty();
    for (FieldType type : types) {
      texts &= type == FieldType.STRING || type.isTemporal();
    }
    return texts ? FieldType.STRING : FieldType.ANY;
  }
}
