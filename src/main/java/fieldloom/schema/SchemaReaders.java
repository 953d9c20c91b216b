package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Fault;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import fieldloom.schema.avro.AvroReader;
import fieldloom.schema.csv.CsvSampleReader;
import fieldloom.schema.ddl.DdlReader;
import fieldloom.schema.edi.EdiSampleReader;
import fieldloom.schema.edi.EdiSchemaReader;
import fieldloom.schema.fixed.FixedSampleReader;
import fieldloom.schema.json.JsonSampleReader;
import fieldloom.schema.json.JsonSchemaReader;
import fieldloom.schema.json.NdjsonSampleReader;
import fieldloom.schema.openapi.OpenApiReader;
import fieldloom.schema.protobuf.ProtobufReader;
import fieldloom.schema.xlsx.XlsxSampleReader;
import fieldloom.schema.xml.XmlSampleReader;
import fieldloom.schema.xsd.XsdReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of schemas and samples that are read. A new one is a folder and a line here. */
public final class SchemaReaders {
  private static final List<SchemaReader> ALL =
      List.of(
          new EdiSchemaReader(),
          new EdiSampleReader(),
          new XsdReader(),
          new XmlSampleReader(),
          new NdjsonSampleReader(),
          new OpenApiReader(),
          new AvroReader(),
          new ProtobufReader(),
          new DdlReader(),
          new JsonSchemaReader(),
          new JsonSampleReader(),
          new XlsxSampleReader(),
          new FixedSampleReader(),
          new CsvSampleReader());

  private SchemaReaders() {}

  /** All kinds, in the order in which content is tried. */
  public static List<SchemaReader> all() {
    return ALL;
  }

  /**
   * Reads a schema or a sample.
   *
   * @param format its name; null where the content is to tell
   * @throws SchemaException with one sentence: what, where, what to do
   */
  public static SchemaTree read(SchemaFile file, @Nullable String format) throws SchemaException {
    return read(file, format, note -> {});
  }

  /**
   * Reads a schema or a sample.
   *
   * @param notes told of what is passed over; one sentence each
   */
  public static SchemaTree read(SchemaFile file, @Nullable String format, Consumer<String> notes)
      throws SchemaException {
    SchemaIntake intake = SchemaIntake.of(List.of(file), format);
    SchemaTree tree = intake.reader().read(intake.files().getFirst(), notes);
    intake.notes().forEach(notes);
    return tree;
  }

  /** Reads a schema or a sample that refers to no other file. */
  public static SchemaTree read(String fileName, byte[] content, @Nullable String format)
      throws SchemaException {
    return read(SchemaFile.of(fileName, content), format);
  }

  /**
   * Reads a JSON Schema that stands in a mapping.
   *
   * @param around the files beside the mapping
   */
  static SchemaTree inline(String name, JsonNode schema, Resources around) throws SchemaException {
    SchemaFile place = new SchemaFile("of " + name, name, new byte[0], null, around);
    return JsonSchemaReader.read(place, name, schema);
  }

  /**
   * The reader for a file, which may be the beginning of one; {@link SchemaIntake} says what is
   * read of that.
   *
   * @param format its name; null where the content is to tell
   */
  public static SchemaReader choose(SchemaFile file, @Nullable String format)
      throws SchemaException {
    String fileName = file.label();
    byte[] content = file.content();
    if (format != null) {
      for (SchemaReader reader : ALL) {
        if (reader.name().equals(format)) {
          SchemaContent.check(file, format);
          return reader;
        }
      }
      throw new SchemaException(
          "The format “"
              + format
              + "” is no schema or sample that this version reads; use one of "
              + names()
              + ".");
    }
    if (isBlank(content)) {
      throw new SchemaException(
          "The file " + fileName + " is empty; a schema or a sample was expected.",
          Fault.of(Fault.Kind.FILE_EMPTY, fileName));
    }
    for (SchemaReader reader : ALL) {
      Readings.checkWanted();
      if (reader.accepts(file)) {
        SchemaContent.check(file, reader.name());
        return reader;
      }
    }
    throw new SchemaException(
        "The file "
            + fileName
            + SchemaContent.kind(content)
            + " is neither a schema nor a sample that this version reads; give"
            + " one of "
            + names()
            + ".",
        Fault.of(Fault.Kind.FILE_UNKNOWN, fileName));
  }

  /**
   * The reader for several files together: samples of one kind, or one schema.
   *
   * @param files at least one
   * @param format its name; null where the content is to tell
   */
  static SchemaReader chooseForAll(List<SchemaFile> files, @Nullable String format)
      throws SchemaException {
    SchemaFile first = files.getFirst();
    SchemaReader reader = choose(first, format);
    for (SchemaFile file : files.subList(1, files.size())) {
      SchemaReader other = choose(file, format);
      if (other != reader) {
        throw new SchemaException(
            "The samples %s and %s are of different kinds, %s and %s; choose samples of one kind."
                .formatted(first.label(), file.label(), reader.name(), other.name()));
      }
    }
    if (files.size() > 1 && !reader.isSample()) {
      throw new SchemaException(
          "The file %s is a schema (%s), which stands alone; choose it by itself, or several samples."
              .formatted(first.label(), reader.name()));
    }
    return reader;
  }

  /** The names of the kinds of samples, in the order in which content is tried. */
  public static List<String> sampleKinds() {
    return ALL.stream().filter(SchemaReader::isSample).map(SchemaReader::name).toList();
  }

  /** The endings of the files that some kind reads, each once, without dot. */
  public static List<String> extensions() {
    return ALL.stream().flatMap(reader -> reader.extensions().stream()).distinct().toList();
  }

  private static boolean isBlank(byte[] content) {
    for (byte b : content) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The names of all kinds, sorted, for messages: {@code csv, json, json-schema}. */
  public static String names() {
    return ALL.stream().map(SchemaReader::name).sorted().collect(Collectors.joining(", "));
  }
}
