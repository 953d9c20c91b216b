package fieldloom.job;

import fieldloom.model.Document;
import fieldloom.pack.AtomicFile;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonRecordWriter;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.table.TableWriter;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the records of one target to its output. */
final class TargetWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;
  private static final Set<String> HOLD_EVERYTHING = Set.of("json", "ndjson");

  private final String label;
  private final @Nullable AtomicFile file;
  private final RecordWriter writer;
  private final boolean bare;
  private final PayloadSpec spec;
  private @Nullable RecordWriter rehearsal;
  private long written;

  private TargetWriter(
      String label,
      @Nullable AtomicFile file,
      RecordWriter writer,
      PayloadSpec spec,
      boolean bare) {
    this.label = label;
    this.file = file;
    this.writer = writer;
    this.spec = spec;
    this.bare = bare;
  }

  /**
   * Begins an output.
   *
   * @param bare whether its one record is written without an array around it
   */
  static TargetWriter begin(
      Document target,
      PayloadSpec spec,
      RunRequest.Output output,
      boolean bare,
      TableSessions sessions)
      throws UnusableException {
    String label = label(target, output);
    AtomicFile file = null;
    RecordWriter writer = null;
    try {
      OutputStream stream;
      switch (output) {
        case RunRequest.Output.File place -> {
          file = AtomicFile.begin(place.path());
          stream = file.stream();
        }
        case RunRequest.Output.Stream given -> stream = new KeptOpen(given.stream());
        case RunRequest.Output.Database database -> {
          writer = sessions.writer(database.place(), spec);
          return new TargetWriter(label, null, writer, spec, false);
        }
      }
      writer =
          PayloadFormats.of(target.format())
              .writer(new BufferedOutputStream(stream, BUFFER_BYTES), spec, bare);
      return new TargetWriter(label, file, writer, spec, bare);
    } catch (FormatException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UnusableException(label + " cannot be written: " + FileReasons.of(e) + ".");
    } finally {
      if (writer == null) {
        discard(file);
      }
    }
  }

  /** Where it writes rows of a database; null where it writes a file. */
  @Nullable TableWriter table() {
    return writer instanceof TableWriter table ? table : null;
  }

  private static String label(Document target, RunRequest.Output output) {
    return switch (output) {
      case RunRequest.Output.File file -> "The output " + file.path();
      case RunRequest.Output.Stream stream -> "The output of " + target.name();
      case RunRequest.Output.Database database ->
          "The output of " + target.name() + " to " + database.place().url();
    };
  }

  /**
   * Writes a record.
   *
   * @throws UnwritableRecordException where the format cannot hold it; nothing of it is written
   */
  void write(Object record) throws RunFailedException, UnwritableRecordException {
    try {
      writer.write(record);
      written++;
    } catch (UnwritableRecordException e) {
      throw e;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Whether records may come as JSON in bytes. */
  boolean takesJson() {
    return writer instanceof JsonRecordWriter;
  }

  /** Writes a record that is JSON. */
  void write(Mapped.Json json) throws RunFailedException {
    try {
      ((JsonRecordWriter) writer).writeJson(json.bytes(), json.from(), json.to());
      written++;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Tries whether a record can be written, without writing it.
   *
   * @throws UnwritableRecordException where the format cannot hold it
   */
  void rehearse(Object record) throws RunFailedException, UnwritableRecordException {
    if (HOLD_EVERYTHING.contains(spec.format()) || table() != null) {
      return;
    }
    try {
      RecordWriter trial = rehearsal;
      if (trial == null) {
        trial =
            PayloadFormats.of(spec.format()).writer(OutputStream.nullOutputStream(), spec, bare);
        rehearsal = trial;
      }
      trial.write(record);
    } catch (UnwritableRecordException e) {
      throw e;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Ends the output and puts it on the disk; a file is still beside its place. */
  void finish() throws RunFailedException {
    try {
      writer.finish();
      writer.close();
      if (file != null) {
        file.sync();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Moves a file to its place; the one value that failed, and what is no output, leaves none. */
  void commit() throws RunFailedException {
    try {
      if (file != null && writer.isComplete() && !(bare && written == 0)) {
        file.commit();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The exception that ends the run where a database does not go on. */
  RunFailedException failed(IOException e) {
    return new RunFailedException(label + " cannot be written: " + FileReasons.of(e) + ".", e);
  }

  /** Hands on what a stream has got so far, and removes a file that has not been committed. */
  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      // The run has its reason to end already.
      discard(file);
      return;
    }
    discard(file);
  }

  private static void discard(@Nullable AtomicFile file) {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      // The run has its reason to end already; a file left over beside the place is no output.
      return;
    }
  }

  /** Standard output outlives the run. */
  private static final class KeptOpen extends FilterOutputStream {
    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
