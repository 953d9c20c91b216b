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
  private long read;
  private long written;
  private long failed;
  private long toldAt = System.nanoTime();
  private @Nullable RecordError stoppedBy;

  RunBooks(
      String mainTarget,
      Map<String, TargetWriter> writers,
      @Nullable ErrorsFile errors,
      OnError onError,
      RunListener listener,
      Warnings warnings) {
    this.mainTarget = mainTarget;
    this.writers = writers;
    this.errors = errors;
    this.onError = onError;
    this.listener = listener;
    this.warnings = warnings;
  }

  /**
   * Takes the next record.
   *
   * @return whether the run goes on
   */
  boolean take(Mapped mapped) throws RunFailedException {
    RecordError error = mapped.error() == null ? write(mapped) : mapped.error();
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
    read++;
    tellNowAndThen();
    return stoppedBy == null;
  }

  /**
   * Writes all records of a record, or none of them.
   *
   * @return why a target cannot hold one; null where they are written
   */
  private @Nullable RecordError write(Mapped mapped) throws RunFailedException {
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

  private static RecordError unwritable(ReadItem item, UnwritableRecordException e) {
    return switch (item) {
      case ReadItem.Good good ->
          RecordMapper.error(good, null, null, UNWRITABLE, String.valueOf(e.getMessage()));
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
