package fieldloom.schema.protobuf;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.schema.TitleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes schema nodes of messages, children when they are asked for. A message under one name is one
 * node, so that a message that holds itself is a node that contains itself. Thread-safe.
 */
final class ProtoNodes {
  private final ProtoTypes types;
  private final Map<Use, SchemaNode> known = new HashMap<>();

  /** How a message is used: two uses of one are two nodes. */
  private record Use(String message, String name, boolean required, String documentation) {}

  ProtoNodes(ProtoTypes types) {
    this.types = types;
  }

  /** The record. */
  SchemaNode root(ProtoType.Message message) {
    return message(message.name(), message, true, "");
  }

  private synchronized SchemaNode message(
      String name, ProtoType.Message message, boolean required, String documentation) {
    String said = documentation.isBlank() ? message.documentation() : documentation;
    return known.computeIfAbsent(
        new Use(message.fullName(), name, required, said),
        use ->
            SchemaNode.builder(name, FieldType.OBJECT)
                .required(required)
                .title(TitleText.title(said))
                .facets(facets(List.of(), null, null, said))
                .children(() -> fields(message))
                .build());
  }

  private List<SchemaNode> fields(ProtoType.Message message) {
    List<SchemaNode> fields = new ArrayList<>();
    for (ProtoType.Field field : message.fields()) {
      boolean required = field.label() == ProtoType.Label.REQUIRED;
      fields.add(
          field.label() == ProtoType.Label.REPEATED
              ? SchemaNode.builder(field.name(), FieldType.ARRAY)
                  .title(TitleText.title(field.documentation()))
                  .item(() -> field(message, field, true))
                  .build()
              : field(message, field, required));
    }
    return fields;
  }

  private SchemaNode field(ProtoType.Message owner, ProtoType.Field field, boolean required) {
    String said = field.documentation();
    if (field.isMap()) {
      return builder(field, FieldType.OBJECT, required).open(true).build();
    }
    boolean known = ProtoScalars.isKnown(field.type());
    ProtoType named = known ? null : types.find(field.type(), owner.fullName());
    return switch (named) {
      case ProtoType.Message message -> message(field.name(), message, required, said);
      case ProtoType.Enumeration values ->
          builder(field, FieldType.STRING, required)
              .facets(facets(values.values(), null, json(field, FieldType.STRING), said))
              .build();
      case null -> scalar(field, required);
    };
  }

  private static SchemaNode scalar(ProtoType.Field field, boolean required) {
    FieldType type = ProtoScalars.type(field.type());
    if (type == null) {
      return builder(field, FieldType.OBJECT, required).open(true).build();
    }
    SchemaNode.Builder node =
        builder(field, type, required)
            .nullable(ProtoScalars.isNullable(field.type()))
            .open(ProtoScalars.isOpen(field.type()))
            .facets(
                facets(
                    List.of(),
                    ProtoScalars.range(field.type()),
                    json(field, type),
                    field.documentation()));
    return type == FieldType.ARRAY ? node.item(SchemaNode.any(field.name())).build() : node.build();
  }

  private static @Nullable String json(ProtoType.Field field, FieldType type) {
    return ProtoScalars.json(field.defaultValue(), type);
  }

  private static SchemaNode.Builder builder(
      ProtoType.Field field, FieldType type, boolean required) {
    return SchemaNode.builder(field.name(), type)
        .required(required)
        .title(TitleText.title(field.documentation()))
        .facets(facets(List.of(), null, null, field.documentation()));
  }

  private static Facets facets(
      List<String> values,
      BigDecimal @Nullable [] range,
      @Nullable String defaultValue,
      String said) {
    return new Facets(
        null,
        null,
        null,
        null,
        values,
        range == null ? null : range[0],
        range == null ? null : range[1],
        defaultValue,
        TitleText.documentation(said),
        false);
  }
}
