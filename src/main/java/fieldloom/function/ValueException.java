package fieldloom.function;

import java.io.Serial;

/**
 * A value that a function, a conversion or a rule cannot work with: an error of one record. Carries
 * no stack trace; it is thrown often and read by people.
 */
public final class ValueException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;

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
}
