package fieldloom.ui.tests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a test case ended.
 *
 * @param problem why it could not run, one sentence; null where it ran
 */
public record TestResult(String name, List<Difference> differences, @Nullable String problem) {
  public TestResult {
    differences = List.copyOf(differences);
  }

  public boolean passed() {
    return problem == null && differences.isEmpty();
  }

  /**
   * A field that is not as wanted.
   *
   * @param path items counted from 1
   * @param expected as JSON; a dash where the field is not wanted
   * @param actual as JSON; a dash where the field is not there
   */
  public record Difference(String path, String expected, String actual) {}
}
