package fieldloom.ui.tests;

import fieldloom.model.Mapping;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.TestCoverage;
import java.util.List;

/**
 * How the test cases of a mapping ended.
 *
 * @param mapping that was run
 * @param results a result a case, in order
 * @param coverage what the cases touch of the mapping
 */
public record TestReport(Mapping mapping, List<Result> results, TestCoverage coverage) {
  public TestReport {
    results = List.copyOf(results);
  }
}
