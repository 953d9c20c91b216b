package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as a sample: one record, or an array of records whose fields are merged. A field
 * is required where every record seen has it.
 */
public final class JsonSampleReader implements SchemaReader {
  private final @Nullable String records;

  /**
   * @param records JSON pointer to the array of records; null where it is the root
   */
  public JsonSampleReader(@Nullable String records) {
    this.records = records;
  }

  @Override
  public String name() {
    return "json";
  }

  @Override
  public boolean accepts(String fileName, byte[] content) {
    String text = SchemaContent.glance(content).stripLeading();
    return text.startsWith("{") || text.startsWith("[");
  }

  @Override
  public SchemaTree read(String fileName, byte[] content) throws SchemaException {
    String text = SchemaContent.text(fileName, content, StandardCharsets.UTF_8);
    JsonNode tree = at(fileName, JsonTrees.read(fileName, text));
    SampleShape shape = new SampleShape();
    if (tree.isArray()) {
      tree.forEach(shape::add);
    } else {
      shape.add(tree);
    }
    return new SchemaTree(null, shape.node(SchemaContent.baseName(fileName), true));
  }

  private JsonNode at(String fileName, JsonNode root) throws SchemaException {
    if (records == null) {
      return root;
    }
    JsonNode found;
    try {
      found = root.at(JsonPointer.compile(records));
    } catch (IllegalArgumentException e) {
      throw new SchemaException(
          "The option records is \""
              + records
              + "\", which is no JSON pointer; write one such as"
              + " \"/data/orders\".");
    }
    if (!found.isArray()) {
      throw new SchemaException(
          "The sample "
              + fileName
              + " has no array at "
              + records
              + ", where the option records says the records are.");
    }
    return found;
  }
}
