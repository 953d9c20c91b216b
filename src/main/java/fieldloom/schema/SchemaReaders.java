package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.csv.CsvSampleReader;
import fieldloom.schema.json.JsonSampleReader;
import fieldloom.schema.json.JsonSchemaReader;
import fieldloom.schema.json.NdjsonSampleReader;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of schemas and samples that are read. A new one is a folder and a line here. */
public final class SchemaReaders {
  private SchemaReaders() {}

  /** All kinds, in the order in which content is tried. */
  public static List<SchemaReader> all() {
    return all(null);
  }

  /** All kinds, samples read with the options of the source or target they are samples of. */
  static List<SchemaReader> all(@Nullable JsonNode options) {
    return List.of(
        new NdjsonSampleReader(),
        new JsonSchemaReader(),
        new JsonSampleReader(records(options)),
        new CsvSampleReader(options));
  }

  /** A wrong value is passed over here: the reader of the payload says what is wrong with it. */
  private static @Nullable String records(@Nullable JsonNode options) {
    JsonNode pointer = options == null ? null : options.get("records");
    return pointer == null || !pointer.isTextual() ? null : pointer.textValue();
  }

  /**
   * Reads a schema or a sample.
   *
   * @param format json-schema, json, ndjson or csv; null where the content is to tell
   * @throws SchemaException with one sentence: what, where, what to do
   */
  public static SchemaTree read(String fileName, byte[] content, @Nullable String format)
      throws SchemaException {
    return choose(fileName, content, format, all()).read(fileName, content);
  }

  /** Reads a JSON Schema that stands in a mapping. */
  public static SchemaTree inline(String name, JsonNode schema) throws SchemaException {
    return JsonSchemaReader.read("of " + name, name, schema);
  }

  static SchemaReader choose(
      String fileName, byte[] content, @Nullable String format, List<SchemaReader> readers)
      throws SchemaException {
    if (format != null) {
      for (SchemaReader reader : readers) {
        if (reader.name().equals(format)) {
          return reader;
        }
      }
      throw new SchemaException(
          "The format “"
              + format
              + "” is no schema or sample that this version reads; use one of "
              + names(readers)
              + ".");
    }
    String start = SchemaContent.glance(content).strip();
    if (start.startsWith("<")) {
      throw new SchemaException(
          "The file "
              + fileName
              + " is XML, and this version reads neither XSD nor XML samples;"
              + " give a JSON Schema or a JSON or CSV sample.");
    }
    if (content.length == 0 || start.isEmpty() && isBlank(content)) {
      throw new SchemaException(
          "The file " + fileName + " is empty; a schema or a sample was expected.");
    }
    for (SchemaReader reader : readers) {
      if (reader.accepts(fileName, content)) {
        return reader;
      }
    }
    throw new SchemaException(
        "The file "
            + fileName
            + " is neither a schema nor a sample that this version reads; give"
            + " one of "
            + names(readers)
            + ".");
  }

  private static boolean isBlank(byte[] content) {
    for (byte b : content) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static String names(List<SchemaReader> readers) {
    return readers.stream().map(SchemaReader::name).sorted().collect(Collectors.joining(", "));
  }
}
