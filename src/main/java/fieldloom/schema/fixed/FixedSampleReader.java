package fieldloom.schema.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Fault;
import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Encodings;
import fieldloom.schema.BegunText;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lines of fixed fields as a sample. Without options its columns are those that blanks part in all
 * lines, named column1 and so on.
 */
public final class FixedSampleReader implements SchemaReader {
  @Override
  public String name() {
    return "fixed";
  }

  /** With options where they have records; else where blanks part columns and no delimiter does. */
  @Override
  public boolean accepts(SchemaFile file) {
    JsonNode options = file.options();
    if (options != null) {
      return options.has("records") && options.get("records").isArray();
    }
    String name = file.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv") || hasNul(file.content())) {
      return false;
    }
    SampleLines lines = SampleLines.of(file.content());
    return !lines.areDelimited() && FixedColumns.detect(file.content()).isConvincing();
  }

  @Override
  public List<String> extensions() {
    return List.of("txt", "dat");
  }

  @Override
  public List<String> optionNames() {
    return List.of("encoding", "unit", "header", "records");
  }

  private static boolean hasNul(byte[] content) {
    for (byte b : content) {
      if (b == 0) {
        return !SchemaContent.hasMark(content);
      }
    }
    return false;
  }

  @Override
  public boolean isSample() {
    return true;
  }

  @Override
  public SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    return BegunText.lines(beginning, Encodings.of(beginning.content()));
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    JsonNode given = file.options();
    JsonNode options = given != null && given.has("records") ? given : options(file);
    try {
      return FixedSchema.of(SchemaContent.baseName(file.label()), options);
    } catch (FormatException e) {
      String told = String.valueOf(e.getMessage());
      throw new SchemaException(told, Fault.of(Fault.Kind.SAMPLE_UNREADABLE, file.label(), told));
    }
  }

  @Override
  public @Nullable JsonNode options(SchemaFile file) throws SchemaException {
    FixedColumns columns = FixedColumns.detect(file.content());
    if (columns.lines().count() == 0) {
      throw new SchemaException(
          "The sample " + file.label() + " is empty; it must have lines to find the columns of.");
    }
    return columns.options();
  }
}
