package fieldloom.job;

import fieldloom.model.Job.OnError;
import fieldloom.model.RecordError;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.store.Store.Counts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes mapped records in their order: writes them, counts them, tells of them. */
final class RunBooks {
  /** Code of a record that its target's format cannot hold. */
  static final String UNWRITABLE = "unwritable";

  private static final long PROGRESS_EVERY_NANOS = 100_000_000;

  private final String mainTarget;
  private final Map<String, TargetWriter> writers;
  private final @Nullable ErrorsFile errors;
  private final OnError onError;
  private final RunListener listener;
  private final Warnings warnings;
  private final @Nullable TableBatch batch;
  private long read;
  private long written;
  private long failed;
  private long toldAt = System.nanoTime();
  private @Nullable RecordError stoppedBy;

  /**
   * @param sessions the databases of targets that are tables
   */
  RunBooks(
      String mainTarget,
      Map<String, TargetWriter> writers,
      @Nullable ErrorsFile errors,
      OnError onError,
      RunListener listener,
      Warnings warnings,
      TableSessions sessions) {
    this.mainTarget = mainTarget;
    this.writers = writers;
    this.errors = errors;
    this.onError = onError;
    this.listener = listener;
    this.warnings = warnings;
    this.batch =
        sessions.isEmpty() ? null : new TableBatch(writers, sessions, onError == OnError.STOP);
  }

  /**
   * Takes the next record.
   *
   * @return whether the run goes on
   */
  boolean take(Mapped mapped) throws RunFailedException {
    if (batch != null) {
      batch.add(mapped);
      boolean ends = mapped.error() != null && onError == OnError.STOP;
      return ends || batch.isFull() ? settle() : stoppedBy == null;
    }
    return book(mapped, mapped.error() == null ? write(mapped) : mapped.error());
  }

  /**
   * Writes what waits for its tables.
   *
   * @return whether the run goes on
   */
  boolean settle() throws RunFailedException {
    if (batch == null || stoppedBy != null) {
      return stoppedBy == null;
    }
    List<Mapped> taken = batch.take();
    Map<Mapped, RecordError> refused =
        batch.write(taken.stream().filter(mapped -> mapped.error() == null).toList());
    for (Mapped mapped : taken) {
      RecordError error = mapped.error() == null ? refused.get(mapped) : mapped.error();
      if (error == null) {
        writeFiles(mapped);
      }
      if (!book(mapped, error)) {
        return false;
      }
    }
    return true;
  }

  /** Writes a record that its tables have to the files beside them, which have been asked. */
  private void writeFiles(Mapped mapped) throws RunFailedException {
    try {
      for (Map.Entry<String, List<Object>> output : mapped.outputs().entrySet()) {
        TargetWriter writer = writers.get(output.getKey());
        if (writer != null && writer.table() == null) {
          for (Object record : output.getValue()) {
            writer.write(record);
          }
        }
      }
    } catch (UnwritableRecordException e) {
      throw new IllegalStateException("a record was refused that had been tried", e);
    }
    written += mapped.outputs().getOrDefault(mainTarget, List.of()).size();
  }

  private boolean book(Mapped mapped, @Nullable RecordError error) throws RunFailedException {
    if (error != null) {
      if (errors != null) {
        errors.write(error);
      }
      failed++;
      listener.error(error);
      if (onError == OnError.STOP) {
        stoppedBy = error;
      }
    }
    // Last, so that read is written and failed even where the disk fills up in between.
    read += mapped.item().reads();
    tellNowAndThen();
    return stoppedBy == null;
  }

  /**
   * Writes all records of a record, or none of them.
   *
   * @return why a target cannot hold one; null where they are written
   */
  private @Nullable RecordError write(Mapped mapped) throws RunFailedException {
    List<Mapped.Json> made = mapped.json();
    if (made != null) {
      for (Mapped.Json json : made) {
        TargetWriter writer = writers.get(json.target());
        if (writer != null) {
          writer.write(json);
        }
        written += json.target().equals(mainTarget) ? 1 : 0;
      }
      return null;
    }
    try {
      rehearse(mapped.outputs());
      for (Map.Entry<String, List<Object>> output : mapped.outputs().entrySet()) {
        TargetWriter writer = writers.get(output.getKey());
        if (writer != null) {
          for (Object record : output.getValue()) {
            writer.write(record);
          }
        }
      }
    } catch (UnwritableRecordException e) {
      return unwritable(mapped.item(), e);
    }
    written += mapped.outputs().getOrDefault(mainTarget, List.of()).size();
    return null;
  }

  /** The only record of a record needs no rehearsal: refused, nothing of it is written. */
  private void rehearse(Map<String, List<Object>> outputs)
      throws RunFailedException, UnwritableRecordException {
    int records = 0;
    for (List<Object> output : outputs.values()) {
      records += output.size();
    }
    if (records < 2) {
      return;
    }
    for (Map.Entry<String, List<Object>> output : outputs.entrySet()) {
      TargetWriter writer = writers.get(output.getKey());
      if (writer != null) {
        for (Object record : output.getValue()) {
          writer.rehearse(record);
        }
      }
    }
  }

  static RecordError unwritable(ReadItem item, UnwritableRecordException e) {
    return switch (item) {
      case ReadItem.Good good ->
          RecordMapper.error(good, null, null, UNWRITABLE, String.valueOf(e.getMessage()));
      case ReadItem.Unkept unkept -> throw new IllegalStateException("nothing was mapped", e);
      case ReadItem.Unfit unfit -> throw new IllegalStateException("nothing was mapped", e);
      case ReadItem.Raw raw -> throw new IllegalStateException("JSON can be written", e);
      case ReadItem.Bad bad -> throw new IllegalStateException("nothing was mapped", e);
    };
  }

  void tellNowAndThen() {
    long now = System.nanoTime();
    if (now - toldAt >= PROGRESS_EVERY_NANOS) {
      toldAt = now;
      warnings.tell(listener);
      listener.progress(counts());
    }
  }

  Counts counts() {
    return new Counts(read, written, failed);
  }

  /** The record that ended the run; null where none did. */
  @Nullable RecordError stoppedBy() {
    return stoppedBy;
  }
}
