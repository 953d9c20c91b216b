package fieldloom.schema.edi;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.Titles;
import fieldloom.payload.edi.EdiElement;
import fieldloom.payload.edi.EdiLabel;
import fieldloom.payload.edi.EdiPart;
import fieldloom.payload.edi.EdiType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Segments, loops and elements as fields. */
final class EdiNodes {
  private EdiNodes() {}

  /** The fields of a message or of a loop. */
  static List<SchemaNode> of(List<EdiPart> parts) {
    return parts.stream().map(EdiNodes::node).toList();
  }

  private static SchemaNode node(EdiPart part) {
    return switch (part) {
      case EdiPart.Segment segment ->
          field(
              segment.name(),
              titles(segment.label(), segment.name()),
              documentation(segment.label(), Map.of()),
              segment.required(),
              segment.repeats(),
              segment.elements());
      case EdiPart.Loop loop -> loop(loop);
    };
  }

  private static SchemaNode loop(EdiPart.Loop loop) {
    SchemaNode[] self = new SchemaNode[1];
    SchemaNode.Builder item =
        SchemaNode.builder(loop.name(), FieldType.OBJECT)
            .required(loop.repeats() || loop.nested() || loop.required())
            .titles(titles(loop.label(), loop.name()))
            .facets(facets(null, null, null, List.of(), documentation(loop.label(), Map.of())))
            .children(
                () -> {
                  List<SchemaNode> fields = new ArrayList<>(of(loop.parts()));
                  if (loop.nested()) {
                    // A level holds others of its kind; they are the same node.
                    fields.add(self[0]);
                  }
                  return fields;
                });
    if (!loop.repeats() && !loop.nested()) {
      return item.build();
    }
    SchemaNode list =
        SchemaNode.builder(loop.name(), FieldType.ARRAY)
            .required(loop.required() && !loop.nested())
            .titles(titles(loop.label(), loop.name()))
            .item(item.build())
            .build();
    self[0] = list;
    return list;
  }

  /** A segment of the envelope, none of whose fields need be given. */
  static SchemaNode envelope(EdiPart.Segment header) {
    return SchemaNode.builder(header.tag(), FieldType.OBJECT)
        .titles(EnvelopeTitles.of(header.tag(), header.label().title()))
        .children(() -> header.elements().stream().map(EdiNodes::optional).toList())
        .build();
  }

  private static SchemaNode optional(EdiElement element) {
    EdiType type = element.type();
    SchemaNode.Builder node =
        SchemaNode.builder(element.name(), type == null ? FieldType.OBJECT : type(type))
            .titles(EnvelopeTitles.of(element.name(), element.label().title()));
    if (type == null) {
      node.children(() -> element.components().stream().map(EdiNodes::optional).toList());
    } else {
      node.facets(
          facets(type, type(type), null, List.of(), documentation(element.label(), Map.of())));
    }
    return node.build();
  }

  private static SchemaNode field(
      String name,
      Titles titles,
      @Nullable String documentation,
      boolean required,
      boolean repeats,
      List<EdiElement> elements) {
    SchemaNode item =
        SchemaNode.builder(name, FieldType.OBJECT)
            .required(repeats || required)
            .titles(titles)
            .facets(facets(null, null, null, List.of(), documentation))
            .children(() -> elements.stream().map(EdiNodes::element).toList())
            .build();
    return repeats ? list(name, titles, required, item) : item;
  }

  private static SchemaNode list(String name, Titles titles, boolean required, SchemaNode item) {
    return SchemaNode.builder(name, FieldType.ARRAY)
        .required(required)
        .titles(titles)
        .item(item)
        .build();
  }

  private static SchemaNode element(EdiElement element) {
    EdiType type = element.type();
    Titles titles = titles(element.label(), element.name());
    if (type == null) {
      return field(
          element.name(),
          titles,
          documentation(element.label(), Map.of()),
          element.required(),
          element.repeats(),
          element.components());
    }
    FieldType fieldType = type(type);
    SchemaNode item =
        SchemaNode.builder(element.name(), fieldType)
            .required(element.repeats() || element.required())
            .titles(titles)
            .facets(
                facets(
                    type,
                    fieldType,
                    fieldType == FieldType.DECIMAL && type.scale() > 0 ? type.scale() : null,
                    List.copyOf(type.codes().keySet()),
                    documentation(element.label(), type.codes())))
            .build();
    return element.repeats() ? list(element.name(), titles, element.required(), item) : item;
  }

  private static FieldType type(EdiType type) {
    return switch (type.kind()) {
      case TEXT -> FieldType.STRING;
      case NUMBER -> type.scale() == 0 ? FieldType.INTEGER : FieldType.DECIMAL;
      case DECIMAL -> FieldType.DECIMAL;
      case DATE -> FieldType.DATE;
      case TIME -> FieldType.TIME;
      case BINARY -> FieldType.BINARY;
    };
  }

  private static Titles titles(EdiLabel label, String name) {
    String title = label.title();
    return title == null || title.equals(name) ? Titles.NONE : new Titles(title, null);
  }

  private static Facets facets(
      @Nullable EdiType type,
      @Nullable FieldType fieldType,
      @Nullable Integer scale,
      List<String> codes,
      @Nullable String documentation) {
    Integer most =
        type == null || type.maxLength() < 1 || type.maxLength() > Integer.MAX_VALUE
            ? null
            : (int) type.maxLength();
    boolean text = fieldType == FieldType.STRING;
    boolean number = fieldType != null && fieldType.isNumber();
    return new Facets(
        text ? most : null,
        number ? most : null,
        scale,
        null,
        codes,
        null,
        null,
        null,
        documentation,
        false);
  }

  /** What the schema says of a field, and what its codes mean, a line each. */
  private static @Nullable String documentation(EdiLabel label, Map<String, String> codes) {
    StringBuilder text = new StringBuilder();
    if (label.description() != null) {
      text.append(label.description().strip());
    }
    codes.forEach(
        (code, meaning) -> {
          if (!meaning.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(code).append(": ").append(meaning);
          }
        });
    return text.isEmpty() ? null : text.toString();
  }
}
