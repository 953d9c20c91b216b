package fieldloom.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
 */
public record Job(
    long id,
    String name,
    String mapping,
    Map<String, String> inputs,
    Map<String, String> outputs,
    OnError onError,
    Map<String, String> set) {

  /** What a bad record does to the run. */
  public enum OnError {
    /** It ends the run; nothing is written. */
    STOP,
    /** It is reported and left out. */
    SKIP
  }

  public Job {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }
}
