package fieldloom.schema;

import java.io.Serial;

/** A schema that cannot be read; the message is one sentence: what, where, what to do. */
public final class SchemaException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean outside;

  public SchemaException(String message) {
    this(message, false);
  }

  private SchemaException(String message, boolean outside) {
    super(message);
    this.outside = outside;
  }

  /** A schema that refers to a file outside the files around it. */
  static SchemaException outside(String message) {
    return new SchemaException(message, true);
  }

  /**
   * Whether it is read once the files around it begin further up: it refers to a file above them.
   */
  public boolean isOutside() {
    return outside;
  }
}
