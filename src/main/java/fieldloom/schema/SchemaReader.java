package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.function.Consumer;
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
   * Whether it reads samples: they show what a record may look like, not what every record must
   * have.
   */
  default boolean isSample() {
    return false;
  }

  /**
   * The names among which the option {@code root} chooses; none where there is nothing to choose.
   *
   * @throws SchemaException with one sentence: what, where, what to do
   */
  default List<String> roots(SchemaFile file) throws SchemaException {
    return List.of();
  }

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
