package fieldloom.engine;

import java.util.List;
import java.util.Map;

/**
 * What one record became.
 *
 * @param outputs records of each target by name, in order; under failures what could be computed
 * @param failures empty where all went well
 */
public record Outcome(Map<String, List<Object>> outputs, List<FieldFailure> failures) {
  public boolean failed() {
    return !failures.isEmpty();
  }
}
