package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A source or a target of a mapping.
 *
 * @param name the first name of its paths
 * @param format json, ndjson, xml, csv, fixed, xlsx, edi or table
 * @param schema where its schema is
 * @param options by format, as {@code semantics.md} 1 lists them; null where none are given
 * @param extras members this version does not know
 */
public record Document(
    String name, String format, SchemaRef schema, @Nullable JsonNode options, Extras extras) {

  public Document(String name, String format, SchemaRef schema) {
    this(name, format, schema, null, Extras.NONE);
  }

  public Document withSchema(SchemaRef value) {
    return new Document(name, format, value, options, extras);
  }

  public Document withOptions(@Nullable JsonNode value) {
    return new Document(name, format, schema, value, extras);
  }
}
