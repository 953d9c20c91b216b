package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.util.List;

/**
 * A JSON document as a sample: one record, or an array of records whose fields are merged. A field
 * is required where every record seen has it.
 */
public final class JsonSampleReader implements SchemaReader {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public boolean isSample() {
    return true;
  }

  @Override
  public boolean accepts(SchemaFile file) {
    String text = SchemaContent.glance(file.content()).stripLeading();
    return text.startsWith("{") || text.startsWith("[");
  }

  @Override
  public List<String> extensions() {
    return List.of("json");
  }

  @Override
  public List<String> optionNames() {
    return List.of("records");
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    return read(List.of(file));
  }

  @Override
  public SchemaTree read(List<SchemaFile> samples) throws SchemaException {
    SampleShape shape = new SampleShape(new FieldCount(samples.getFirst().label()));
    for (SchemaFile file : samples) {
      if (file.option("records") == null) {
        JsonTrees.readRecords(file, shape::add);
      } else {
        for (JsonNode record : at(file, JsonTrees.readJson(file))) {
          shape.add(record);
        }
      }
    }
    String name = SchemaContent.baseName(samples.getFirst().label());
    return new SchemaTree(null, shape.node(name, true));
  }

  /**
   * The records: the root, or what the option {@code records}, a JSON pointer, names. A wrong value
   * is passed over here: the reader of the payload says what is wrong with it.
   */
  private static JsonNode at(SchemaFile file, JsonNode root) throws SchemaException {
    String records = file.option("records");
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
              + file.label()
              + " has no array at "
              + records
              + ", where the option records says the records are.");
    }
    return found;
  }
}
