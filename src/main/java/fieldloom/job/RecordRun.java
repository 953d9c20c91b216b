package fieldloom.job;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.RunSettings;
import fieldloom.function.RunPorts;
import fieldloom.function.Sequences;
import fieldloom.function.ValueException;
import fieldloom.model.RecordError;
import fieldloom.spill.SpillException;
import fieldloom.spill.SpillRoom;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps all records of what a run would read and shows each with what it became; writes nothing and
 * takes no numbers of sequences. A record that fails does not end it.
 */
public final class RecordRun {
  private static final int TOLD_EVERY = 256;

  private final RunRequest request;
  private final Watcher watcher;
  private final long startedNanos = System.nanoTime();
  private long read;
  private long written;
  private long failed;

  private RecordRun(RunRequest request, Watcher watcher) {
    this.request = request;
    this.watcher = watcher;
  }

  /** Is shown each record, on the thread of the run. */
  public interface Watcher {
    /**
     * A record that was mapped.
     *
     * @param source of a driver that is grouped: the group, with {@code key} and {@code items}
     * @param outputs records of each target by name
     */
    void mapped(Object source, Map<String, List<Object>> outputs);

    /**
     * A record that failed.
     *
     * @param source null where it could not be read
     */
    void failed(@Nullable Object source, RecordError error);

    /** Told now and then how far it is. */
    default void progress(Counts counts) {}

    /** Asked for each record; true ends the run as cancelled. */
    default boolean cancelled() {
      return false;
    }
  }

  /**
   * Maps all records on the calling thread.
   *
   * @throws UnusableException before the first one, where an input or parameter is missing or
   *     unusable
   */
  public static RunReport of(RunRequest request, Watcher watcher) throws UnusableException {
    return new RecordRun(request, watcher).run();
  }

  private RunReport run() throws UnusableException {
    RunChecks.check(request);
    try (DatabaseLookups databases = new DatabaseLookups(request);
        SpillRoom room = SpillFiles.room(request)) {
      RunRequest filled = QueryTables.filled(request, databases, watcher::cancelled, Set.of());
      if (filled == null) {
        return report(RunState.CANCELLED, null);
      }
      RunChecks.check(filled);
      RunInputs inputs = new RunInputs(filled.project(), filled.inputs(), new Warnings());
      Map<String, List<Object>> others = inputs.others(room, watcher::cancelled);
      if (others == null) {
        return report(RunState.CANCELLED, null);
      }
      CompiledMapping.Run run = start(filled, databases);
      others.forEach(run::load);
      try (Driver driver = inputs.driver(run.intake(room))) {
        return all(driver, new RecordMapper(run, driver.parser(), false));
      }
    } catch (SpillException | RunFailedException e) {
      return report(
          watcher.cancelled() ? RunState.CANCELLED : RunState.FAILED,
          String.valueOf(e.getMessage()));
    }
  }

  private RunReport all(Driver driver, RecordMapper mapper) throws RunFailedException {
    for (ReadItem item = driver.next(); item != null; item = driver.next()) {
      if (watcher.cancelled()) {
        return report(RunState.CANCELLED, null);
      }
      take(mapper.map(item));
      if (read % TOLD_EVERY == 0) {
        watcher.progress(new Counts(read, written, failed));
      }
    }
    watcher.progress(new Counts(read, written, failed));
    return report(watcher.cancelled() ? RunState.CANCELLED : RunState.SUCCEEDED, null);
  }

  private void take(Mapped mapped) {
    read += mapped.item().reads();
    RecordError error = mapped.error();
    if (error != null) {
      failed++;
      watcher.failed(source(mapped.item()), error);
    } else if (mapped.item() instanceof ReadItem.Good good) {
      written += mapped.outputs().values().stream().mapToLong(List::size).sum();
      watcher.mapped(good.value(), mapped.outputs());
    }
  }

  private static @Nullable Object source(ReadItem item) {
    return switch (item) {
      case ReadItem.Good good -> good.value();
      case ReadItem.Unfit unfit -> unfit.good().value();
      case ReadItem.Raw raw -> null;
      case ReadItem.Unkept unkept -> null;
      case ReadItem.Bad bad -> null;
    };
  }

  private static CompiledMapping.Run start(RunRequest request, DatabaseLookups databases)
      throws UnusableException {
    RunPorts ports = new RunPorts(Sequences.forgetful(), databases);
    try {
      return request
          .project()
          .compilation()
          .mapping()
          .start(new RunSettings(request.set(), ZonedDateTime.now(ZoneOffset.UTC), false, ports));
    } catch (ValueException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  private RunReport report(RunState state, @Nullable String message) {
    Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
    return new RunReport(state, new Counts(read, written, failed), took, message);
  }
}
