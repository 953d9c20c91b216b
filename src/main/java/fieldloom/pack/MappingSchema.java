package fieldloom.pack;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds mapping files against {@code assets/schema/mapping.schema.json}. */
final class MappingSchema {
  private static final String RESOURCE = "/assets/schema/mapping.schema.json";

  private MappingSchema() {}

  /** Loaded when the first file is read: the validator takes a while to start. */
  private static final class Loaded {
    static final Schema SCHEMA = load();

    private static Schema load() {
      try (InputStream in = MappingSchema.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is not on the classpath");
        }
        // Given as a tree: reading text would start the validator's own mapper, 100 ms more.
        JsonNode schema = ValidatorTree.of(JsonText.parse(in.readAllBytes(), RESOURCE));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema);
      } catch (IOException | PackException e) {
        throw new IllegalStateException(RESOURCE + " cannot be read", e);
      }
    }
  }

  /** All that is wrong, in the order in which it stands in the file. */
  static List<Violation> violations(com.fasterxml.jackson.databind.JsonNode file) {
    JsonNode document = ValidatorTree.of(file);
    List<Error> errors = Loaded.SCHEMA.validate(document);
    if (errors.isEmpty()) {
      return List.of();
    }
    ViolationWords words = new ViolationWords(Loaded.SCHEMA.getSchemaNode());
    DocumentOrder order = new DocumentOrder(document);
    return errors.stream()
        .sorted(Comparator.comparing(Error::getInstanceLocation, order))
        .map(words::describe)
        .toList();
  }

  /**
   * Something wrong.
   *
   * @param pointer JSON pointer of the member at fault, also where it is missing
   * @param said what is wrong with it and what to do, to stand behind the pointer
   */
  record Violation(String pointer, String said) {}
}
