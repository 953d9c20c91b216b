package fieldloom.job;

import fieldloom.model.Job;
import fieldloom.pack.Project;
import fieldloom.payload.table.TablePlace;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run reads, does and writes.
 *
 * @param inputs an input for each source by name
 * @param outputs an output for each target by name; a target without one is computed and dropped
 * @param errors where errors are written as NDJSON; null where they only go to the listener
 * @param set parameters, NOW and ZONE
 * @param threads worker threads, at least 1; order is kept with any number, and a mapping whose
 *     records must be mapped in their order has one
 * @param memory bytes that records of sources that do not drive, and records that wait for their
 *     group, take in memory, more or less; beyond, they go to a temporary file
 * @param services what formulas may reach
 */
public record RunRequest(
    Project project,
    Map<String, Input> inputs,
    Map<String, Output> outputs,
    Job.OnError onError,
    @Nullable Path errors,
    Map<String, String> set,
    int threads,
    long memory,
    RunServices services) {

  /** A run whose formulas reach nothing else, with as much memory as {@link #usualMemory} says. */
  public RunRequest(
      Project project,
      Map<String, Input> inputs,
      Map<String, Output> outputs,
      Job.OnError onError,
      @Nullable Path errors,
      Map<String, String> set,
      int threads) {
    this(project, inputs, outputs, onError, errors, set, threads, usualMemory(), RunServices.NONE);
  }

  /** The same of another state of the project. */
  RunRequest with(Project other) {
    return new RunRequest(other, inputs, outputs, onError, errors, set, threads, memory, services);
  }

  /**
   * A quarter of the heap: what joined and grouped records may take where nobody says otherwise.
   */
  public static long usualMemory() {
    return Runtime.getRuntime().maxMemory() / 4;
  }

  /** Where a source is read from. */
  public sealed interface Input {
    record File(Path path) implements Input {}

    /** A stream such as standard input; the run closes it. */
    record Stream(InputStream stream, String label) implements Input {}

    /** Rows of a database, as the options of the source say. */
    record Database(TablePlace place) implements Input {}
  }

  /** Where a target is written to. */
  public sealed interface Output {
    /** Written beside its place and moved there on success. */
    record File(Path path) implements Output {}

    /** A stream such as standard output; the run flushes it. */
    record Stream(OutputStream stream) implements Output {}

    /** Rows of a database, as the options of the target say; they last from the run's end on. */
    record Database(TablePlace place) implements Output {}
  }
}
