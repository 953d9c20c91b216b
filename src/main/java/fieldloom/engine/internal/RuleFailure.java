package fieldloom.engine.internal;

import fieldloom.engine.FieldFailure;
import java.io.Serial;

/** Ends the computing of a target field. Not a ValueException: IF_ERROR does not catch it. */
final class RuleFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  final transient FieldFailure failure;

  RuleFailure(FieldFailure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }
}
