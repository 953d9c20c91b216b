package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonPointer;
import fieldloom.model.SchemaTree;
import fieldloom.schema.BegunText;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * The first items of the outermost list that does not end in the beginning, and what stands
   * before them.
   */
  @Override
  public SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    BegunText begun = BegunText.of(beginning.content(), StandardCharsets.UTF_8);
    JsonBeginning json = JsonBeginning.of(beginning.reader(begun.text()), begun.text().length());
    if (!json.isCut()) {
      return beginning.firstRecords(beginning.content(), 0);
    }
    JsonBeginning.Cut cut = json.firstItems();
    if (cut == null) {
      throw beginning.withoutRecord();
    }
    return beginning.firstRecords(begun.upTo(cut.end(), cut.closing()), cut.items());
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    return read(List.of(file));
  }

  @Override
  public SchemaTree read(List<SchemaFile> samples) throws SchemaException {
    SampleShape shape = new SampleShape(new FieldCount(samples.getFirst().label()));
    for (SchemaFile file : samples) {
      JsonTrees.readRecords(file, pointer(file), shape::add);
    }
    String name = SchemaContent.baseName(samples.getFirst().label());
    return new SchemaTree(null, shape.node(name, true));
  }

  /** What the option {@code records} names; null where the records are at the root. */
  private static @Nullable JsonPointer pointer(SchemaFile file) throws SchemaException {
    String records = file.option("records");
    try {
      return records == null ? null : JsonPointer.compile(records);
    } catch (IllegalArgumentException e) {
      throw new SchemaException(
          "The option records is \""
              + records
              + "\", which is no JSON pointer; write one such as"
              + " \"/data/orders\".");
    }
  }
}
