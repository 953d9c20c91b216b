package fieldloom.schema;

import java.io.Serial;

/** A schema that cannot be read; the message is one sentence: what, where, what to do. */
public final class SchemaException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public SchemaException(String message) {
    super(message);
  }
}
