package fieldloom.ui.session;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes wrong with values of the sample.
 *
 * @param problem an error where a record fails, else a warning
 * @param record number of the first record it happens with, from 1
 * @param records how many records it happens with
 * @param onlySample whether records fail, which is no problem of the mapping in itself
 */
public record SampleFinding(Problem problem, int record, int records, boolean onlySample) {

  /** What failed with one record, as findings. */
  public static List<SampleFinding> of(List<FieldFailure> failures) {
    List<SampleFinding> found = new ArrayList<>();
    for (FieldFailure failure : failures) {
      SampleFinding finding = new SampleFinding(SampleChecker.problem(failure), 0, 0, true);
      if (found.stream().noneMatch(finding::isOf)) {
        found.add(finding);
      }
    }
    return found;
  }

  boolean isOf(SampleFinding other) {
    return problem.code().equals(other.problem.code())
        && problem.place().ruleIndex() == other.problem.place().ruleIndex()
        && problem.place().target().equals(other.problem.place().target());
  }

  SampleFinding once() {
    return new SampleFinding(problem, record, records + 1, onlySample);
  }
}
