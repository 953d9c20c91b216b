package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Document;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a test case: samples and wanted outputs, and what a run would write. */
final class TestFiles {
  private final Project project;

  /**
   * The records of a file.
   *
   * @param bare whether it is one record with nothing around it
   */
  record Content(List<Object> records, boolean bare) {}

  TestFiles(Project project) {
    this.project = project;
  }

  /** Reads a sample. */
  Content read(Document source, String file) throws TestFailure {
    return read(spec(source, source.options()), file);
  }

  /** Reads a wanted output. */
  Content readWanted(Document target, String file) throws TestFailure {
    return read(spec(target, targetOptions(target)), file);
  }

  private Content read(PayloadSpec spec, String file) throws TestFailure {
    try {
      return read(spec, file, project.resources().open(file));
    } catch (IOException e) {
      throw new TestFailure("The file " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static Content read(PayloadSpec spec, String file, InputStream in)
      throws IOException, TestFailure {
    List<Object> records = new ArrayList<>();
    try (InputStream closed = in;
        RecordReader reader = PayloadFormats.reader(closed, spec)) {
      reader.onWarning(warning -> {});
      RecordReader.@Nullable InputRecord record = reader.next();
      while (record != null) {
        records.add(record.value());
        record = reader.next();
      }
      return new Content(records, reader.singleRoot());
    } catch (BadRecordException e) {
      throw new TestFailure(
          "The file "
              + file
              + " cannot be read, record "
              + (records.size() + 1)
              + " at line "
              + e.line()
              + ": "
              + e.getMessage());
    }
  }

  /**
   * The records as they are in the file that a run writes: what the format cannot tell apart, as
   * null from absent in CSV, is then no difference.
   *
   * @param bare whether the one record is written with nothing around it
   */
  Content asWritten(Document target, List<Object> records, boolean bare) throws TestFailure {
    if (bare && records.isEmpty()) {
      return new Content(records, true);
    }
    PayloadSpec spec = spec(target, targetOptions(target));
    try {
      byte[] written = write(spec, records, bare);
      return written == null
          ? new Content(records, bare)
          : read(spec, "written for " + target.name(), new ByteArrayInputStream(written));
    } catch (IOException e) {
      throw new TestFailure(
          "The output of " + target.name() + " cannot be written: " + e.getMessage());
    }
  }

  /**
   * Records as a file that people read and compare: on lines of its own, whatever a run writes.
   *
   * @throws IOException where the format cannot write them
   */
  byte[] toKeep(Document target, List<Object> records, boolean bare) throws IOException {
    JsonNode options = targetOptions(target);
    if (target.format().equals("json") || target.format().equals("xml")) {
      ObjectNode indented =
          options instanceof ObjectNode some
              ? some.deepCopy()
              : JsonNodeFactory.instance.objectNode();
      options = indented.put("indent", true);
    }
    byte[] written = write(spec(target, options), records, bare);
    if (written == null) {
      throw new IOException(
          "The output of " + target.name() + " is not whole and cannot be kept as a file.");
    }
    return written;
  }

  /**
   * Records of a source as a file that the source's samples are read from.
   *
   * @throws IOException where the format cannot write them
   */
  byte[] toRead(Document source, List<Object> records) throws IOException {
    String pointer =
        source.options() == null || !source.format().equals("json")
            ? ""
            : source.options().path("records").asText();
    if (!pointer.isEmpty()) {
      Object around = records;
      List<String> names = List.of(pointer.substring(1).split("/", -1));
      for (String name : names.reversed()) {
        around = new Obj().put(name.replace("~1", "/").replace("~0", "~"), around);
      }
      return JsonValues.toPrettyJson(around).getBytes(StandardCharsets.UTF_8);
    }
    return toKeep(source, records, records.size() == 1);
  }

  /** The bytes of a file; null where the writer could not write all of it. */
  private static byte @Nullable [] write(PayloadSpec spec, List<Object> records, boolean bare)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PayloadFormat format = PayloadFormats.of(spec.format());
    try (RecordWriter writer = format.writer(out, spec, bare)) {
      for (Object record : records) {
        writer.write(record);
      }
      writer.finish();
      if (!writer.isComplete()) {
        return null;
      }
    }
    return out.toByteArray();
  }

  /** A target is written without anything around its records, whatever a reader could skip. */
  private static @Nullable JsonNode targetOptions(Document target) {
    if (target.format().equals("json")
        && target.options() instanceof ObjectNode options
        && options.has("records")) {
      return options.deepCopy().without("records");
    }
    return target.options();
  }

  private PayloadSpec spec(Document document, @Nullable JsonNode options) {
    return new PayloadSpec(document.name(), document.format(), options, schema(document));
  }

  /** The schema of one record; one that knows nothing where there is none. */
  SchemaTree schema(Document document) {
    return project.schemas().getOrDefault(document.name(), SchemaTree.unknown(document.name()));
  }
}
