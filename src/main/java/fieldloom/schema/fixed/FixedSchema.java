package fieldloom.schema.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.payload.fixed.FixedField;
import fieldloom.payload.fixed.FixedOptions;
import fieldloom.payload.fixed.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of lines that fixed-width options describe, as a schema: it lists every field. */
public final class FixedSchema {
  private FixedSchema() {}

  /**
   * The schema of one record.
   *
   * @param name of the source or target
   * @throws FormatException where the options cannot be used
   */
  public static SchemaTree of(String name, @Nullable JsonNode options) throws FormatException {
    FixedOptions read = FixedOptions.read(name, options);
    SchemaNode root =
        read.nested()
            ? object(name, read.records().stream().map(type -> record(type, read)).toList())
            : object(name, fields(read.records().getFirst()));
    return new SchemaTree(null, root);
  }

  private static SchemaNode record(RecordType type, FixedOptions options) {
    SchemaNode line = object(type.name(), fields(type));
    boolean owned = options.header() != null && !options.header().equals(type.name());
    return owned
        ? SchemaNode.builder(type.name(), FieldType.ARRAY).nullable(true).item(line).build()
        : line;
  }

  private static SchemaNode object(String name, List<SchemaNode> children) {
    return SchemaNode.builder(name, FieldType.OBJECT).nullable(true).children(children).build();
  }

  private static List<SchemaNode> fields(RecordType type) {
    return type.fields().stream().map(FixedSchema::field).toList();
  }

  private static SchemaNode field(FixedField field) {
    boolean number = field.typeOrText().isNumber();
    Facets facets =
        new Facets(
            field.typeOrText() == FieldType.STRING ? (Integer) field.length() : null,
            number ? (Integer) field.length() : null,
            field.scale(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            false);
    return SchemaNode.builder(field.name(), field.typeOrText())
        .nullable(true)
        .facets(facets)
        .build();
  }
}
