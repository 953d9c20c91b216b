package fieldloom.job;

import fieldloom.engine.CompiledMapping;
import fieldloom.model.Document;
import fieldloom.model.SchemaTree;
import fieldloom.pack.Project;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.table.TableRecords;
import fieldloom.spill.RecordWeight;
import fieldloom.spill.SpillRoom;
import fieldloom.spill.SpilledRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens what a run reads. */
final class RunInputs {
  private final Project project;
  private final Map<String, RunRequest.Input> inputs;
  private final Warnings warnings;

  RunInputs(Project project, Map<String, RunRequest.Input> inputs, Warnings warnings) {
    this.project = project;
    this.inputs = inputs;
    this.warnings = warnings;
  }

  /**
   * The driving source.
   *
   * @param intake what its records go through; null where each is mapped as it is
   */
  Driver driver(CompiledMapping.@Nullable Intake intake) throws UnusableException {
    Document source = project.mapping().driver();
    RunRequest.Input input = input(source);
    RecordReader reader = reader(source, input);
    Driver driver = null;
    try {
      driver = new Driver(reader, label(source, input), intake);
      return driver;
    } catch (IOException e) {
      throw unusable(source, input, e);
    } finally {
      if (driver == null) {
        closeQuietly(reader);
      }
    }
  }

  /** The driving source, its records as they are read. */
  RecordReader driving() throws UnusableException {
    Document source = project.mapping().driver();
    return reader(source, input(source));
  }

  /**
   * The other sources, whole: in memory as long as there is room, then on disk.
   *
   * @param cancelled asked for each record
   * @return null where the run was cancelled
   */
  @Nullable Map<String, List<Object>> others(SpillRoom room, Supplier<Boolean> cancelled)
      throws UnusableException {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    List<Document> sources = project.mapping().sources();
    for (Document source : sources.subList(1, sources.size())) {
      List<Object> records = whole(source, room, cancelled);
      if (records == null) {
        return null;
      }
      all.put(source.name(), records);
    }
    return all;
  }

  private @Nullable List<Object> whole(Document source, SpillRoom room, Supplier<Boolean> cancelled)
      throws UnusableException {
    RunRequest.Input input = input(source);
    RecordReader reader = reader(source, input);
    try {
      List<Object> records = new ArrayList<>();
      long held = 0;
      for (RecordReader.InputRecord record = reader.next();
          record != null;
          record = reader.next()) {
        Object value = record.value();
        if (!(records instanceof SpilledRows)) {
          long weight = RecordWeight.of(value) + RecordWeight.INDEXED;
          // One document is read part by part again and again, which the disk is too slow for.
          if (room.take(weight)) {
            held += weight;
          } else if (!records.isEmpty()) {
            records = spilled(records, room);
            room.give(held);
          }
        }
        records.add(value);
        if (cancelled.get()) {
          return null;
        }
      }
      return records;
    } catch (BadRecordException e) {
      // A list with a hole would give wrong look-ups without a word.
      throw new UnusableException(
          label(source, input)
              + " has a record that cannot be read: "
              + e.getMessage()
              + " Correct it; the source "
              + source.name()
              + " is needed whole.");
    } catch (IOException e) {
      throw unusable(source, input, e);
    } finally {
      closeQuietly(reader);
    }
  }

  private static List<Object> spilled(List<Object> records, SpillRoom room) {
    SpilledRows rows = room.rows();
    rows.addAll(records);
    return rows;
  }

  private RunRequest.Input input(Document source) throws UnusableException {
    RunRequest.Input input = inputs.get(source.name());
    if (input == null) {
      throw new UnusableException(missing(source));
    }
    return input;
  }

  /** What to say where a source has no input. */
  static String missing(Document source) {
    String name = source.name();
    return source.format().equals(TablePlaces.FORMAT)
        ? "The source "
            + name
            + " has no database; name one in its option url, or with --in "
            + name
            + "=jdbc:…."
        : "The source " + name + " has no input; give it one with --in " + name + "=FILE.";
  }

  private RecordReader reader(Document source, RunRequest.Input input) throws UnusableException {
    InputStream stream = null;
    RecordReader reader = null;
    try {
      SchemaTree schema = project.schemas().get(source.name());
      PayloadSpec spec =
          new PayloadSpec(
              source.name(),
              source.format(),
              source.options(),
              schema == null ? SchemaTree.unknown(source.name()) : schema);
      if (input instanceof RunRequest.Input.Database database) {
        reader = TableRecords.read(database.place(), spec);
      } else {
        stream = open(source, input);
        reader = PayloadFormats.reader(stream, spec);
      }
      reader.onWarning(warnings::add);
      return reader;
    } catch (IOException e) {
      throw unusable(source, input, e);
    } finally {
      if (reader == null && stream != null) {
        closeQuietly(stream);
      }
    }
  }

  private static InputStream open(Document source, RunRequest.Input input)
      throws IOException, UnusableException {
    return switch (input) {
      case RunRequest.Input.File file -> {
        Path path = file.path();
        if (Files.isDirectory(path)) {
          throw new UnusableException(
              label(source, input)
                  + " is a folder; name a file with --in "
                  + source.name()
                  + "=FILE.");
        }
        yield Files.newInputStream(path);
      }
      case RunRequest.Input.Stream given -> given.stream();
      case RunRequest.Input.Database database ->
          throw new IllegalStateException("no stream: " + database.place().url());
    };
  }

  private static UnusableException unusable(
      Document source, RunRequest.Input input, IOException e) {
    String label = label(source, input);
    return switch (e) {
      // A sentence of its own, about the input or about an option of the mapping.
      case FormatException wrong -> new UnusableException(label + ": " + wrong.getMessage());
      case IOException other ->
          new UnusableException(label + " cannot be read: " + FileReasons.of(other) + ".");
    };
  }

  private static String label(Document source, RunRequest.Input input) {
    return switch (input) {
      case RunRequest.Input.File file -> "The input " + source.name() + "=" + file.path();
      case RunRequest.Input.Stream given -> "The input " + source.name() + "=" + given.label();
      case RunRequest.Input.Database database ->
          "The input " + source.name() + "=" + database.place().url();
    };
  }

  static void closeQuietly(AutoCloseable closeable) {
    try {
      if (closeable instanceof RecordReader reader) {
        reader.close();
      } else if (closeable instanceof InputStream stream) {
        stream.close();
      }
    } catch (IOException e) {
      // Nothing that was read is lost by it.
      return;
    }
  }
}
