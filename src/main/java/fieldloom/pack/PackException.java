package fieldloom.pack;

import java.io.Serial;
import java.util.List;

/**
 * A mapping file or package that cannot be used; the message is one sentence: which file, where in
 * it (a JSON pointer, line and column, a part), what to do.
 */
public final class PackException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final List<String> pointers;

  public PackException(String message) {
    this(message, List.of());
  }

  /**
   * @param pointers JSON pointers of all that is wrong in the file, in its order
   */
  public PackException(String message, List<String> pointers) {
    super(message);
    this.pointers = List.copyOf(pointers);
  }

  public PackException(String message, Throwable cause) {
    super(message, cause);
    this.pointers = List.of();
  }

  /** JSON pointers of all that is wrong in a mapping file; empty where the fault has none. */
  public List<String> pointers() {
    return pointers;
  }
}
