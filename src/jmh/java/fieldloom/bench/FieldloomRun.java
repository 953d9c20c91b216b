package fieldloom.bench;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.JsonRecordWriter;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RawRecords;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.json.tape.JsonOut;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in memory, as a run does it on one thread: all that the benchmarks know of the engine.
 */
final class FieldloomRun {
  /** The mapping from sales orders to bills. */
  static final String ORDER_TO_BILL = "order-to-bill.flmap";

  private final CompiledMapping.Run run;
  private final String target;
  private final PayloadFormat inFormat;
  private final PayloadSpec inSpec;
  private final PayloadFormat outFormat;
  private final PayloadSpec outSpec;
  private final CompiledMapping.@Nullable BytesRun direct;
  private final JsonOut json = new JsonOut();
  private long number;

  private FieldloomRun(Project project) throws IOException {
    Mapping mapping = project.mapping();
    run = project.compilation().mapping().start(RunSettings.DEFAULT);
    direct = run.bytes();
    target = mapping.mainTarget().name();
    inFormat = PayloadFormats.of(mapping.driver().format());
    inSpec = spec(project, mapping.driver());
    outFormat = PayloadFormats.of(mapping.mainTarget().format());
    outSpec = spec(project, mapping.mainTarget());
  }

  /** Compiles the mapping from sales orders to bills. */
  static FieldloomRun orderToBill() throws IOException {
    Resources files = FieldloomRun::open;
    return of(mapping(files.read(ORDER_TO_BILL)), files);
  }

  /**
   * Compiles a mapping.
   *
   * @throws IllegalStateException where it has problems of severity error
   */
  static FieldloomRun of(Mapping mapping, Resources files) throws IOException {
    Project project = Projects.load(mapping, files);
    if (!project.usable()) {
      throw new IllegalStateException(project.problems().toString());
    }
    return new FieldloomRun(project);
  }

  /** Reads a mapping file. */
  static Mapping mapping(byte[] content) throws IOException {
    try {
      return MappingFile.read(content, "the measured mapping");
    } catch (PackException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Maps a stream of records to a stream of records. */
  void map(byte[] records, OutputStream written) throws IOException {
    try (RecordReader reader = inFormat.reader(new ByteArrayInputStream(records), inSpec);
        RecordWriter writer = outFormat.writer(written, outSpec, false)) {
      if (reader instanceof RawRecords raw && writer instanceof JsonRecordWriter json) {
        map(raw, json);
      } else {
        for (var record = reader.next(); record != null; record = reader.next()) {
          writer.write(map(record.value()));
        }
      }
      writer.finish();
    } catch (BadRecordException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** As a run does it: by the mapping's code, and by its interpreter what that leaves. */
  private void map(RawRecords records, JsonRecordWriter writer)
      throws IOException, BadRecordException {
    records.recycle();
    RawRecords.Parser parser = records.parser();
    while (true) {
      RawRecords.Raw raw = records.nextRaw();
      if (raw == null) {
        RecordReader.InputRecord record = records.next();
        if (record == null) {
          return;
        }
        writer.write(map(record.value()));
      } else if (direct != null && direct.map(raw.bytes(), raw.from(), raw.to(), ++number, json)) {
        writer.writeJson(json.bytes(), 0, json.length());
        json.back(0);
      } else {
        writer.write(map(parser.read(raw).value()));
      }
    }
  }

  /**
   * Maps one record that has been read.
   *
   * @throws IllegalStateException where it fails
   */
  Object map(Object record) {
    Outcome outcome = run.map(record, ++number);
    if (outcome.failed()) {
      throw new IllegalStateException(outcome.failures().toString());
    }
    return outcome.outputs().getOrDefault(target, List.of()).getFirst();
  }

  List<Object> read(byte[] records) throws IOException {
    List<Object> all = new ArrayList<>();
    try (RecordReader reader = inFormat.reader(new ByteArrayInputStream(records), inSpec)) {
      for (var record = reader.next(); record != null; record = reader.next()) {
        all.add(record.value());
      }
    } catch (BadRecordException e) {
      throw new IOException(e.getMessage(), e);
    }
    return all;
  }

  byte[] write(List<Object> records) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (RecordWriter writer = outFormat.writer(written, outSpec, false)) {
      for (Object record : records) {
        writer.write(record);
      }
      writer.finish();
    }
    return written.toByteArray();
  }

  private static PayloadSpec spec(Project project, Document document) {
    return new PayloadSpec(
        document.name(),
        document.format(),
        document.options(),
        project.schemas().get(document.name()));
  }

  /** A file beside the measured mapping. */
  static InputStream open(String name) throws IOException {
    InputStream in = FieldloomRun.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("The benchmarks have no file " + name + ".");
    }
    return in;
  }
}
