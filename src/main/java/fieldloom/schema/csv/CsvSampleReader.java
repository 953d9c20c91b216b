package fieldloom.schema.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.csv.CsvTable;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.io.IOException;
import java.util.List;

/**
 * A CSV as a sample: its first row names the fields. Every field is a text, for codes with leading
 * zeros are, and none is required. Without options the delimiter is found out.
 */
public final class CsvSampleReader implements SchemaReader {
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
    if (SchemaContent.hasMark(content)) {
      return true;
    }
    for (byte b : content) {
      if (b == 0) {
        return false;
      }
    }
    return content.length > 0;
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    String fileName = file.label();
    byte[] content = file.content();
    JsonNode options = file.options();
    JsonNode given =
        options == null
            ? JsonNodeFactory.instance
                .objectNode()
                .put("delimiter", String.valueOf(found(SchemaContent.glance(content))))
            : options;
    List<String> names;
    try {
      names = CsvTable.header(content, given, fileName);
    } catch (IOException e) {
      throw new SchemaException(String.valueOf(e.getMessage()));
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
