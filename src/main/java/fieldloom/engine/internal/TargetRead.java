package fieldloom.engine.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A target field that a rule reads.
 *
 * @param up levels of loops from the rule that reads to the record or item that holds it
 * @param read what its values are read as
 * @param simple where it is one field, or one field of the items of one array; null where it is
 *     more than that
 */
record TargetRead(Access access, int up, Navigation read, @Nullable Simple simple) implements Expr {

  /** Reads a field from the record or item that holds it. */
  interface Access {
    Object get(Scope scope, Frame frame);
  }

  /**
   * Where the field is.
   *
   * @param array whose items have it; null where the record or item itself does
   * @param fields the field; of an array that of each of its loops, in their order
   */
  record Simple(@Nullable ArrayNode array, List<ValueNode> fields) {}

  @Override
  public Object eval(Frame frame) {
    Scope scope = Objects.requireNonNull(frame.scope).up(up);
    return read.from(access.get(scope, frame), frame);
  }
}
