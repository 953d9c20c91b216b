package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a schema is: a file beside the mapping, a catalog id, or in the mapping itself. */
public sealed interface SchemaRef {

  /** A file beside the mapping: a JSON Schema, an XSD, or a sample, recognised by content. */
  record File(String name) implements SchemaRef {}

  /** A catalog entry: {@code catalog:erp/sales-order} has the id {@code erp/sales-order}. */
  record Catalog(String id) implements SchemaRef {}

  /** A JSON Schema written into the mapping. */
  record Inline(JsonNode schema) implements SchemaRef {}

  /** No schema: fields are found at run time. */
  record None() implements SchemaRef {}
}
