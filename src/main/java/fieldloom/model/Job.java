package fieldloom.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with its inputs and outputs, ready to run.
 *
 * @param id its number in the store; 0 where it is not stored yet
 * @param mapping path of the mapping in its workspace: {@code crm-order.flmap}
 * @param inputs a file for each source; relative ones are documents of the workspace if it has
 *     them, else files
 * @param outputs a file for each target
 * @param onError what a bad record does
 * @param set parameters
 * @param memory bytes that joined and grouped records take in memory, at least 1; beyond, they go
 *     to a temporary file; null for as much as is usual
 */
public record Job(
    long id,
    String name,
    String mapping,
    Map<String, String> inputs,
    Map<String, String> outputs,
    OnError onError,
    Map<String, String> set,
    @Nullable Long memory) {

  /** What a bad record does to the run. */
  public enum OnError {
    /** It ends the run; nothing is written. */
    STOP,
    /** It is reported and left out. */
    SKIP
  }

  public Job {
    if (memory != null && memory < 1) {
      throw new IllegalArgumentException("memory of a job: " + memory);
    }
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /** A job whose joined and grouped records take as much memory as is usual. */
  public Job(
      long id,
      String name,
      String mapping,
      Map<String, String> inputs,
      Map<String, String> outputs,
      OnError onError,
      Map<String, String> set) {
    this(id, name, mapping, inputs, outputs, onError, set, null);
  }

  /** The same with another number. */
  public Job withId(long value) {
    return new Job(value, name, mapping, inputs, outputs, onError, set, memory);
  }

  /** The same with so many bytes of memory; null for as much as is usual. */
  public Job withMemory(@Nullable Long value) {
    return new Job(id, name, mapping, inputs, outputs, onError, set, value);
  }
}
