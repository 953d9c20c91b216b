package fieldloom.schema;

import fieldloom.model.SchemaTree;

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
}
