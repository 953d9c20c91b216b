package fieldloom.schema;

import fieldloom.model.SchemaTree;
import java.util.function.Consumer;

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
   * Reads it and tells what it passes over.
   *
   * @param notes told one sentence each
   */
  default SchemaTree read(SchemaFile file, Consumer<String> notes) throws SchemaException {
    return read(file);
  }

  /** Whether it states what records must be, as a schema does, rather than showing some. */
  default boolean states() {
    return false;
  }
}
