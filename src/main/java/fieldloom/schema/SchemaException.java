package fieldloom.schema;

import fieldloom.model.Fault;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A schema that cannot be read; the message is one sentence: what, where, what to do. */
public final class SchemaException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient @Nullable Fault fault;

  public SchemaException(String message) {
    this(message, null);
  }

  /**
   * @param fault what is wrong, to be said in other languages; null where nothing says it
   */
  public SchemaException(String message, @Nullable Fault fault) {
    super(message);
    this.fault = fault;
  }

  /** What is wrong, to be said in other languages; null where only the message says it. */
  public @Nullable Fault fault() {
    return fault;
  }

  /**
   * Whether it is read once the files around it begin further up: it refers to a file above them.
   */
  public boolean isOutside() {
    return fault != null && fault.kind() == Fault.Kind.REFERENCE_OUTSIDE;
  }
}
