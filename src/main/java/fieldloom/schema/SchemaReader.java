package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one kind of schema, or samples as a schema. */
public interface SchemaReader {
  /** What to do about a schema that is too large. */
  String SMALLER = "give a smaller one, such as one with only the types in use";

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

  /** Endings of the files it reads, without dot, for choosers of files; content decides. */
  default List<String> extensions() {
    return List.of();
  }

  /**
   * Formats of the payloads that such a schema may describe, as mappings name them; the first is
   * the usual one. A sample is of one format: its own.
   */
  default List<String> formats() {
    return List.of(isSample() ? name() : "json");
  }

  /**
   * Options of a source or target that say how such a file is read, as opposed to how records are
   * written: another file makes the old ones void.
   */
  default List<String> optionNames() {
    return List.of();
  }

  /**
   * What of a file that is larger than is read whole can be read: the first records of a sample, as
   * a shorter sample in itself. A sample that is malformed before the end of what there is of it is
   * given back as it is, for reading it says what is wrong and where.
   *
   * @param beginning the first bytes of the file, which end between characters
   * @return a file that is no beginning
   * @throws SchemaException where it must be there as a whole, as a schema must, or no record ends
   *     in its beginning; one sentence
   */
  default SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    throw beginning.tooLarge("schema", SMALLER);
  }

  /**
   * Reads a file as far as is needed to say what it offers. What is opened is read again as often
   * as somebody chooses, at no more cost than what was chosen takes.
   *
   * @throws SchemaException with one sentence: what, where, what to do
   */
  default OpenSchema open(SchemaFile file) throws SchemaException {
    return OpenSchema.of(this, file);
  }

  /**
   * Reads several samples as one schema: a field is optional where one of them lacks it, and of the
   * wider type where they differ.
   *
   * @param samples at least one
   * @throws SchemaException where one of them cannot be read; one sentence
   */
  default SchemaTree read(List<SchemaFile> samples) throws SchemaException {
    List<SchemaTree> trees = new ArrayList<>();
    for (SchemaFile sample : samples) {
      trees.add(read(sample));
    }
    return MergedSamples.of(trees);
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
