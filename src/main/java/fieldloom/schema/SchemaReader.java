package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import org.jspecify.annotations.Nullable;

/** Reads one kind of schema, or samples as a schema. */
public interface SchemaReader {

  /**
   * As {@code fieldloom schema --format} names it: {@code json-schema}, {@code json}, {@code csv}.
   */
  String name();

  /** Whether the content looks like this kind; the first of the list that says yes reads it. */
  boolean accepts(SchemaFile file);

  /**
   * Reads it.
   *
   * @throws SchemaException with one sentence: what, where, what to do
   */
  SchemaTree read(SchemaFile file) throws SchemaException;

  /**
   * The options with which payloads like this sample are read, found out from it: its delimiter,
   * its columns, its sheet.
   *
   * @return null where they are read without options, and for schemas
   * @throws SchemaException where the sample cannot be read
   */
  default @Nullable JsonNode options(SchemaFile file) throws SchemaException {
    return null;
  }
}
