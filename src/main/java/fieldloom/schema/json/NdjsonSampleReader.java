package fieldloom.schema.json;

import fieldloom.model.SchemaTree;
import fieldloom.schema.BegunText;
import fieldloom.schema.Readings;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Records a line each as a sample; their fields are merged. */
public final class NdjsonSampleReader implements SchemaReader {

  @Override
  public String name() {
    return "ndjson";
  }

  @Override
  public boolean isSample() {
    return true;
  }

  /** Two lines of which the first is JSON in itself cannot be one JSON document. */
  @Override
  public boolean accepts(SchemaFile file) {
    String name = file.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return true;
    }
    String start = SchemaContent.glance(file.content()).strip();
    return (start.startsWith("{") || start.startsWith("["))
        && JsonTrees.startsWithLine(SchemaContent.textOrNone(file.content()).strip());
  }

  @Override
  public List<String> extensions() {
    return List.of("ndjson", "jsonl");
  }

  @Override
  public SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    return BegunText.lines(beginning, StandardCharsets.UTF_8);
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    return read(List.of(file));
  }

  @Override
  public SchemaTree read(List<SchemaFile> samples) throws SchemaException {
    SampleShape shape = new SampleShape(new FieldCount(samples.getFirst().label()));
    for (SchemaFile file : samples) {
      add(file, shape);
    }
    String name = SchemaContent.baseName(samples.getFirst().label());
    return new SchemaTree(null, shape.node(name, true));
  }

  private static void add(SchemaFile file, SampleShape shape) throws SchemaException {
    String fileName = file.label();
    String text = SchemaContent.text(fileName, file.content(), StandardCharsets.UTF_8);
    int line = 0;
    boolean empty = true;
    for (int from = 0; from <= text.length(); line++) {
      Readings.checkWanted();
      int feed = text.indexOf('\n', from);
      String one = text.substring(from, feed < 0 ? text.length() : feed);
      if (!one.isBlank()) {
        shape.add(JsonTrees.read(fileName, one, line));
        empty = false;
      }
      from += one.length() + 1;
    }
    if (empty) {
      throw new SchemaException(
          "The sample " + fileName + " is empty; at least one record is needed.");
    }
  }
}
