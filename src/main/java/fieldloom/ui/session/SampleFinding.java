package fieldloom.ui.session;

import fieldloom.model.Problem;

/**
 * What goes wrong with values of the sample.
 *
 * @param problem an error where a record fails, else a warning
 * @param record number of the first record it happens with, from 1
 * @param records how many records it happens with
 * @param onlySample whether records fail, which is no problem of the mapping in itself
 */
public record SampleFinding(Problem problem, int record, int records, boolean onlySample) {

  boolean isOf(SampleFinding other) {
    return problem.code().equals(other.problem.code())
        && problem.place().ruleIndex() == other.problem.place().ruleIndex()
        && problem.place().target().equals(other.problem.place().target());
  }

  SampleFinding once() {
    return new SampleFinding(problem, record, records + 1, onlySample);
  }
}
