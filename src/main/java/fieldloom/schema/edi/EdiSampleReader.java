package fieldloom.schema.edi;

import fieldloom.model.Fault;
import fieldloom.model.SchemaTree;
import fieldloom.payload.edi.EdiSample;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Interchanges as a sample: the segments and elements that occur, all of them texts, in the loops
 * that the usual messages have. A field is required where every message, or every item of its loop,
 * has it.
 */
public final class EdiSampleReader implements SchemaReader {

  @Override
  public String name() {
    return "edi";
  }

  @Override
  public boolean isSample() {
    return true;
  }

  @Override
  public List<String> extensions() {
    return List.of("edi", "x12", "edifact");
  }

  @Override
  public boolean accepts(SchemaFile file) {
    byte[] content = file.content();
    int from = 0;
    while (from < content.length && (content[from] < 0 || content[from] <= ' ')) {
      from++;
    }
    String start =
        new String(content, from, Math.min(4, content.length - from), StandardCharsets.ISO_8859_1);
    return start.length() == 4
        && (start.startsWith("ISA") || start.startsWith("UNB") || start.startsWith("UNA"))
        && !Character.isLetterOrDigit(start.charAt(3))
        && start.charAt(3) != ',';
  }

  /** The end of an interchange counts what stands in it. */
  @Override
  public SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    throw beginning.tooLarge("interchange", "give some of its messages as one of their own");
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    try {
      EdiSampleShape shape = new EdiSampleShape();
      EdiSample.records(file.label(), file.stream(), file.options()).forEach(shape::add);
      return new SchemaTree(null, shape.root(SchemaContent.baseName(file.label())));
    } catch (IOException e) {
      String told = String.valueOf(e.getMessage());
      throw new SchemaException(told, Fault.of(Fault.Kind.SAMPLE_UNREADABLE, file.label(), told));
    }
  }
}
