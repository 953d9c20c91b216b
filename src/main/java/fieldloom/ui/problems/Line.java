package fieldloom.ui.problems;

import fieldloom.model.Problem;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.FieldRef;
import org.jspecify.annotations.Nullable;

/** A line of the list of problems. */
public sealed interface Line {

  /** What the entries below are about, and how many they are. */
  record Heading(ProblemKind kind, int entries) implements Line {}

  /**
   * A problem.
   *
   * @param field the target field it is about; null where it is about something else
   * @param position {@code 1:8} of the formula; "" where it has none
   * @param onSample whether it only shows on the sample
   * @param sample what goes wrong with the sample, and with how many of its records; "" where
   *     nothing does
   * @param reason why it was accepted; null where it was not
   * @param fixable whether fixes are known for its kind
   */
  record Entry(
      Problem problem,
      @Nullable FieldRef field,
      String position,
      boolean onSample,
      String sample,
      @Nullable String reason,
      boolean fixable)
      implements Line {

    public boolean error() {
      return problem.isError();
    }

    public boolean accepted() {
      return reason != null;
    }

    public String place() {
      return problem.place().target();
    }

    public String message() {
      return Sentences.said(problem.message());
    }

    public ProblemKind kind() {
      return ProblemKind.of(problem.code());
    }
  }
}
