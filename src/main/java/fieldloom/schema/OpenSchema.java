package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema or a sample that has been looked into, and what it offers to choose from. */
public interface OpenSchema {

  /** What one of must be chosen; none where there is nothing to choose. */
  List<SchemaChoice> choices();

  /**
   * The schema of what is chosen.
   *
   * @param options those of the source or target, the choice's among them; null where there are
   *     none
   * @throws SchemaException with one sentence: what, where, what to do
   */
  SchemaTree read(@Nullable JsonNode options) throws SchemaException;

  /** A file whose choices are its roots, read anew each time. */
  static OpenSchema of(SchemaReader reader, SchemaFile file) throws SchemaException {
    List<String> roots = reader.roots(file);
    return of(
        roots.size() < 2 ? List.of() : roots.stream().map(SchemaChoice::root).toList(),
        options -> reader.read(file.withOptions(options)));
  }

  /** What has these choices and is read so. */
  static OpenSchema of(List<SchemaChoice> choices, Reading reading) {
    List<SchemaChoice> all = List.copyOf(choices);
    return new OpenSchema() {
      @Override
      public List<SchemaChoice> choices() {
        return all;
      }

      @Override
      public SchemaTree read(@Nullable JsonNode options) throws SchemaException {
        return reading.read(options);
      }
    };
  }

  /** Reads what options choose. */
  @FunctionalInterface
  interface Reading {
    SchemaTree read(@Nullable JsonNode options) throws SchemaException;
  }
}
