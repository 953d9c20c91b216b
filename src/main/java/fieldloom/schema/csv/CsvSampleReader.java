package fieldloom.schema.csv;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV as a sample: its first row names the fields. Every field is a text, for codes with leading
 * zeros are, and none is required.
 */
public final class CsvSampleReader implements SchemaReader {
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final Dialect dialect;

  /**
   * How the sample is written.
   *
   * @param delimiter 0 where it is to be found out
   */
  public record Dialect(
      char delimiter, char quote, boolean header, Charset encoding, boolean trim) {
    /** UTF-8 with a header; the delimiter is found out. */
    public static final Dialect FOUND = new Dialect('\0', '"', true, StandardCharsets.UTF_8, false);
  }

  public CsvSampleReader(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public boolean accepts(String fileName, byte[] content) {
    for (byte b : content) {
      if (b == 0) {
        return false;
      }
    }
    return content.length > 0;
  }

  @Override
  public SchemaTree read(String fileName, byte[] content) throws SchemaException {
    String text = SchemaContent.text(fileName, content, dialect.encoding());
    List<String> cells = firstRow(fileName, text);
    List<SchemaNode> fields = new ArrayList<>(cells.size());
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = dialect.header() ? cells.get(i) : "column" + (i + 1);
      fields.add(
          SchemaNode.builder(unique(name, cells, taken), FieldType.STRING).open(true).build());
    }
    SchemaNode root =
        SchemaNode.builder(SchemaContent.baseName(fileName), FieldType.OBJECT)
            .required(true)
            .open(true)
            .children(fields)
            .build();
    return new SchemaTree(null, root);
  }

  /** A name that was there before gets a number, as the reader of the payload gives it one. */
  private static String unique(String name, List<String> given, Set<String> taken) {
    if (taken.add(name)) {
      return name;
    }
    int number = 2;
    while (given.contains(name + "_" + number) || !taken.add(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }

  private List<String> firstRow(String fileName, String text) throws SchemaException {
    char delimiter = dialect.delimiter() == '\0' ? found(text) : dialect.delimiter();
    CsvSchema schema =
        CsvSchema.emptySchema().withColumnSeparator(delimiter).withQuoteChar(dialect.quote());
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).with(schema).readValues(text)) {
      if (rows.hasNextValue()) {
        List<String> cells = new ArrayList<>(List.of(rows.nextValue()));
        if (dialect.trim()) {
          cells.replaceAll(String::strip);
        }
        return cells;
      }
    } catch (IOException e) {
      throw new SchemaException(
          "The first row of "
              + fileName
              + " is no CSV; check its quotes and the delimiter '"
              + delimiter
              + "'.");
    }
    throw new SchemaException(
        "The sample " + fileName + " is empty; its first row must name the columns.");
  }

  /** The delimiter that the first line has most of, outside quotes; a comma where it has none. */
  private char found(String text) {
    char best = ',';
    int most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == dialect.quote()) {
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
