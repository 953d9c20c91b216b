package fieldloom.ui.tests;

import fieldloom.pack.TestCases.Result;
import org.jspecify.annotations.Nullable;

/**
 * A test case and how it ended last.
 *
 * @param result null where it has not run
 */
public record CaseLine(String name, @Nullable Result result) {
  /** Whether it ran and did not pass. */
  public boolean failed() {
    return result != null && !result.passed();
  }

  public boolean passed() {
    return result != null && result.passed();
  }
}
