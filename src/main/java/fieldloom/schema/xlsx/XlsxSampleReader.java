package fieldloom.schema.xlsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Fault;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.xlsx.XlsxSample;
import fieldloom.schema.OpenSchema;
import fieldloom.schema.Readings;
import fieldloom.schema.SchemaChoice;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook as a sample: a row names the fields, and those below show their types. Without
 * options it is the first sheet, and the row of names is found out.
 */
public final class XlsxSampleReader implements SchemaReader {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public List<String> extensions() {
    return List.of("xlsx");
  }

  @Override
  public List<String> optionNames() {
    return List.of("sheet", "headerRow", "firstRow");
  }

  /** By its first bytes; those of old workbooks are accepted to say what to do with them. */
  @Override
  public boolean accepts(SchemaFile file) {
    return starts(file.content(), ZIP) || starts(file.content(), OLD_EXCEL);
  }

  private static boolean starts(byte[] content, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= content.length || content[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isSample() {
    return true;
  }

  /** An archive has no beginning that is one. */
  @Override
  public SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    throw beginning.tooLarge("workbook", "save its first rows as one of their own");
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    XlsxSample sample;
    try {
      sample = XlsxSample.read(file.stream(), Readings::pieces, chosen(file), label(file));
    } catch (IOException e) {
      throw failed(file, e);
    }
    if (sample.fields().isEmpty()) {
      throw new SchemaException(
          "The sample " + file.label() + " is empty; one of its rows must name the columns.");
    }
    SchemaNode root =
        SchemaNode.builder(SchemaContent.baseName(file.label()), FieldType.OBJECT)
            .required(true)
            .open(true)
            .children(nodes(sample))
            .build();
    return new SchemaTree(null, root);
  }

  /** The columns in order, those of one group in an object at the place of its first. */
  private static List<SchemaNode> nodes(XlsxSample sample) {
    Map<String, List<SchemaNode>> groups = new LinkedHashMap<>();
    for (XlsxSample.Field field : sample.fields()) {
      if (field.group() != null) {
        groups.computeIfAbsent(field.group(), name -> new ArrayList<>()).add(node(field));
      }
    }
    List<SchemaNode> nodes = new ArrayList<>();
    for (XlsxSample.Field field : sample.fields()) {
      if (field.group() == null) {
        nodes.add(node(field));
      } else {
        List<SchemaNode> parts = groups.remove(field.group());
        if (parts != null) {
          nodes.add(
              SchemaNode.builder(field.group(), FieldType.OBJECT)
                  .open(true)
                  .children(parts)
                  .build());
        }
      }
    }
    return nodes;
  }

  private static SchemaNode node(XlsxSample.Field field) {
    return SchemaNode.builder(field.name(), field.type()).open(true).build();
  }

  /** Files are closed under a thread that is interrupted, which is no fault of theirs. */
  private static SchemaException failed(SchemaFile file, IOException e) {
    Readings.checkWanted();
    String told = String.valueOf(e.getMessage());
    return new SchemaException(told, Fault.of(Fault.Kind.SAMPLE_UNREADABLE, file.label(), told));
  }

  private static String label(SchemaFile file) {
    return "the sample " + file.label();
  }

  /** The sheets, where there are several. */
  @Override
  public List<String> roots(SchemaFile file) throws SchemaException {
    try {
      List<String> sheets = XlsxSample.sheets(file.stream(), Readings::pieces, label(file));
      return sheets.size() > 1 ? sheets : List.of();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Of several sheets each with its own row of names, as sources of such workbooks name them. */
  @Override
  public OpenSchema open(SchemaFile file) throws SchemaException {
    List<SchemaChoice> choices = new ArrayList<>();
    for (String sheet : roots(file)) {
      choices.add(new SchemaChoice(sheet, null, sheetOptions(file, sheet)));
    }
    return OpenSchema.of(choices, options -> read(file.withOptions(options)));
  }

  private static ObjectNode sheetOptions(SchemaFile file, String sheet) throws SchemaException {
    try {
      // The row is said even where it is the first: it may follow a choice of another one.
      ObjectNode options = JsonNodeFactory.instance.objectNode().put("headerRow", 1);
      return XlsxSample.options(file.stream(), Readings::pieces, label(file), sheet)
              instanceof ObjectNode found
          ? options.setAll(found)
          : options;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public @Nullable JsonNode options(SchemaFile file) throws SchemaException {
    try {
      return XlsxSample.options(file.stream(), Readings::pieces, label(file), null);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private @Nullable JsonNode chosen(SchemaFile file) throws SchemaException, IOException {
    JsonNode given = file.options();
    String root = file.option("root");
    if (given == null) {
      return options(file);
    }
    return root == null || given.has("sheet")
        ? given
        : XlsxSample.options(file.stream(), Readings::pieces, label(file), root);
  }
}
