package fieldloom.job;

import fieldloom.model.RecordError;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.table.TableWriter;
import fieldloom.spill.RecordWeight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects records whose targets are tables and writes many at once. Where the database refuses
 * some, all of them are taken back and written again in halves, until what is refused stands alone:
 * the others go through.
 */
final class TableBatch {
  private static final int MOST_RECORDS = 500;
  private static final long MOST_BYTES = 4L << 20;

  /** A slow input's records are told of in time. */
  private static final long MOST_NANOS = 100_000_000;

  private final Map<String, TargetWriter> writers;
  private final TableSessions sessions;
  private final boolean stop;
  private final List<Mapped> waiting = new ArrayList<>();
  private long bytes;
  private long began;

  /**
   * @param stop whether the first record that is refused ends the run
   */
  TableBatch(Map<String, TargetWriter> writers, TableSessions sessions, boolean stop) {
    this.writers = writers;
    this.sessions = sessions;
    this.stop = stop;
  }

  /** Takes a record, also one that has failed already, to keep the order. */
  void add(Mapped mapped) {
    if (waiting.isEmpty()) {
      began = System.nanoTime();
    }
    waiting.add(mapped);
    for (List<Object> output : mapped.outputs().values()) {
      for (Object record : output) {
        bytes += RecordWeight.of(record);
      }
    }
  }

  boolean isFull() {
    return waiting.size() >= MOST_RECORDS
        || bytes >= MOST_BYTES
        || System.nanoTime() - began >= MOST_NANOS;
  }

  /** The records that were taken, which are forgotten. */
  List<Mapped> take() {
    List<Mapped> taken = List.copyOf(waiting);
    waiting.clear();
    bytes = 0;
    return taken;
  }

  /**
   * Sends records to their tables.
   *
   * @return why some could not be written
   */
  Map<Mapped, RecordError> write(List<Mapped> records) throws RunFailedException {
    Map<Mapped, RecordError> failed = new IdentityHashMap<>();
    write(records, failed);
    return failed;
  }

  private void write(List<Mapped> part, Map<Mapped, RecordError> failed) throws RunFailedException {
    sessions.mark();
    List<Mapped> kept = new ArrayList<>();
    for (Mapped mapped : part) {
      RecordError error = keep(mapped);
      if (error == null) {
        kept.add(mapped);
      } else {
        failed.put(mapped, error);
        if (stop) {
          break;
        }
      }
    }
    UnwritableRecordException refused = flush();
    if (refused == null) {
      return;
    }
    sessions.back();
    if (kept.size() == 1) {
      failed.put(kept.getFirst(), RunBooks.unwritable(kept.getFirst().item(), refused));
      return;
    }
    int half = kept.size() / 2;
    write(kept.subList(0, half), failed);
    if (!stop || kept.subList(0, half).stream().noneMatch(failed::containsKey)) {
      write(kept.subList(half, kept.size()), failed);
    }
  }

  /**
   * Has a record checked by all its tables, and by the files beside them.
   *
   * @return why one of them cannot hold it, and none has it then; null where they have it
   */
  private @Nullable RecordError keep(Mapped mapped) throws RunFailedException {
    Map<TableWriter, Integer> before = new IdentityHashMap<>();
    for (TableWriter table : tables()) {
      before.put(table, table.waiting());
    }
    try {
      for (Map.Entry<String, List<Object>> output : mapped.outputs().entrySet()) {
        TargetWriter writer = writers.get(output.getKey());
        if (writer == null) {
          continue;
        }
        TableWriter table = writer.table();
        for (Object record : output.getValue()) {
          if (table == null) {
            writer.rehearse(record);
          } else {
            table.write(record);
          }
        }
      }
      return null;
    } catch (UnwritableRecordException e) {
      before.forEach(TableWriter::forget);
      return RunBooks.unwritable(mapped.item(), e);
    }
  }

  /** Sends what is kept; what a database refuses of it is not told apart yet. */
  private @Nullable UnwritableRecordException flush() throws RunFailedException {
    try {
      for (TargetWriter writer : writers.values()) {
        TableWriter table = writer.table();
        if (table != null) {
          flush(writer, table);
        }
      }
      return null;
    } catch (UnwritableRecordException e) {
      tables().forEach(table -> table.forget(0));
      return e;
    }
  }

  private static void flush(TargetWriter writer, TableWriter table)
      throws RunFailedException, UnwritableRecordException {
    try {
      table.flush();
    } catch (UnwritableRecordException e) {
      throw e;
    } catch (IOException e) {
      throw writer.failed(e);
    }
  }

  private List<TableWriter> tables() {
    List<TableWriter> tables = new ArrayList<>();
    for (TargetWriter writer : writers.values()) {
      TableWriter table = writer.table();
      if (table != null) {
        tables.add(table);
      }
    }
    return tables;
  }
}
