package fieldloom.function;

import fieldloom.model.formula.Formula;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A value that a function, a conversion or a rule cannot work with: an error of one record. Carries
 * no stack trace; it is thrown often and read by people.
 */
public final class ValueException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private transient Formula.@Nullable Pos position;

  /**
   * @param code stable and short: {@code not-a-number}
   * @param message one sentence with the value at fault
   */
  public ValueException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Where in the formula; null where nobody has said so yet. */
  public Formula.@Nullable Pos position() {
    return position;
  }

  /** Says where in the formula it happened, unless an inner part has said so already. */
  public ValueException at(Formula.Pos place) {
    if (position == null) {
      position = place;
    }
    return this;
  }
}
