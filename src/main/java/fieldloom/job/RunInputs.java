package fieldloom.job;

import fieldloom.model.Document;
import fieldloom.model.SchemaTree;
import fieldloom.pack.Project;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
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

  /** The driving source. */
  Driver driver() throws UnusableException {
    Document source = project.mapping().driver();
    RunRequest.Input input = input(source);
    RecordReader reader = reader(source, input);
    Driver driver = null;
    try {
      driver = new Driver(reader, label(source, input));
      return driver;
    } catch (IOException e) {
      throw unusable(source, input, e);
    } finally {
      if (driver == null) {
        closeQuietly(reader);
      }
    }
  }

  /**
   * The other sources, whole.
   *
   * @param cancelled asked for each record
   * @return null where the run was cancelled
   */
  @Nullable Map<String, List<Object>> others(Supplier<Boolean> cancelled) throws UnusableException {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    List<Document> sources = project.mapping().sources();
    for (Document source : sources.subList(1, sources.size())) {
      List<Object> records = whole(source, cancelled);
      if (records == null) {
        return null;
      }
      all.put(source.name(), records);
    }
    return all;
  }

  private @Nullable List<Object> whole(Document source, Supplier<Boolean> cancelled)
      throws UnusableException {
    RunRequest.Input input = input(source);
    RecordReader reader = reader(source, input);
    try {
      List<Object> records = new ArrayList<>();
      for (RecordReader.InputRecord record = reader.next();
          record != null;
          record = reader.next()) {
        records.add(record.value());
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

  private RunRequest.Input input(Document source) throws UnusableException {
    RunRequest.Input input = inputs.get(source.name());
    if (input == null) {
      throw new UnusableException(missing(source.name()));
    }
    return input;
  }

  /** What to say where a source has no input. */
  static String missing(String source) {
    return "The source " + source + " has no input; give it one with --in " + source + "=FILE.";
  }

  private RecordReader reader(Document source, RunRequest.Input input) throws UnusableException {
    InputStream stream = null;
    RecordReader reader = null;
    try {
      stream = open(source, input);
      SchemaTree schema = project.schemas().get(source.name());
      PayloadSpec spec =
          new PayloadSpec(
              source.name(),
              source.format(),
              source.options(),
              schema == null ? SchemaTree.unknown(source.name()) : schema);
      reader = PayloadFormats.reader(stream, spec);
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
