package fieldloom.schema.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Fault;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.csv.CsvBeginning;
import fieldloom.payload.csv.CsvTable;
import fieldloom.payload.text.Encodings;
import fieldloom.schema.BegunText;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV as a sample: its first row names the fields. Every field is a text, for codes with leading
 * zeros are, and none is required. Without options the delimiter and the encoding are found out.
 */
public final class CsvSampleReader implements SchemaReader {
  /** More bytes than a first row of sensible names has. */
  private static final int FIRST_ROW = 16 << 20;

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public boolean isSample() {
    return true;
  }

  /** Any text, for a CSV has no mark of its own; one with a NUL is none, unless it is UTF-16. */
  @Override
  public boolean accepts(SchemaFile file) {
    byte[] content = file.content();
    if (SchemaContent.hasMark(content) || content.length == 0) {
      return content.length > 0;
    }
    for (byte b : content) {
      if (b == 0) {
        return Encodings.of(content).name().startsWith("UTF-16");
      }
    }
    return true;
  }

  @Override
  public List<String> extensions() {
    return List.of("csv", "tsv", "txt");
  }

  @Override
  public List<String> optionNames() {
    return List.of("delimiter", "quote", "header", "encoding");
  }

  /** Delimiter and encoding, where they are not those that hold without options. */
  @Override
  public @Nullable JsonNode options(SchemaFile file) {
    byte[] content = file.content();
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    boolean marked = SchemaContent.hasMark(content);
    Charset encoding = marked ? StandardCharsets.UTF_8 : Encodings.of(content);
    String text =
        marked
            ? SchemaContent.glance(content, FIRST_ROW)
            : new String(content, 0, Math.min(content.length, FIRST_ROW), encoding);
    char delimiter = found(text);
    if (delimiter != ',') {
      options.put("delimiter", String.valueOf(delimiter));
    }
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      options.put("encoding", encoding.name());
    }
    return options.isEmpty() ? null : options;
  }

  @Override
  public SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    CsvBeginning rows;
    try {
      rows = CsvBeginning.of(beginning.stream(), given(beginning), beginning.label());
    } catch (IOException e) {
      throw new SchemaException(String.valueOf(e.getMessage()));
    }
    if (rows.end() == 0) {
      throw beginning.withoutRecord();
    }
    BegunText begun = BegunText.of(beginning.content(), rows.encoding());
    return beginning.firstRecords(begun.upTo(rows.end(), ""), rows.records());
  }

  private @Nullable JsonNode given(SchemaFile file) {
    JsonNode options = file.options();
    return options == null ? options(file) : options;
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    String fileName = file.label();
    List<String> names;
    try {
      names = CsvTable.header(file.stream(), given(file), fileName);
    } catch (IOException e) {
      String told = String.valueOf(e.getMessage());
      throw new SchemaException(told, Fault.of(Fault.Kind.SAMPLE_UNREADABLE, fileName, told));
    }
    if (names.isEmpty()) {
      throw new SchemaException(
          "The sample " + fileName + " is empty; its first row must name the columns.");
    }
    SchemaNode root =
        SchemaNode.builder(SchemaContent.baseName(fileName), FieldType.OBJECT)
            .required(true)
            .open(true)
            .children(names.stream().map(CsvSampleReader::field).toList())
            .build();
    return new SchemaTree(null, root);
  }

  private static SchemaNode field(String name) {
    return SchemaNode.builder(name, FieldType.STRING).open(true).build();
  }

  /** The delimiter that the first line has most of, outside quotes; a comma where it has none. */
  private static char found(String text) {
    char best = ',';
    int most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && c == '\n') {
          break;
        } else if (!quoted && c == candidate) {
          count++;
        }
      }
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
