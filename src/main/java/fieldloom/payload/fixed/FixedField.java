package fieldloom.payload.fixed;

import fieldloom.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A field of a line.
 *
 * @param at first position, from 1, in characters or bytes
 * @param length how many characters or bytes it has
 * @param pad the one character that fills it up
 * @param right whether its value stands at its end
 * @param type null where neither the options nor the schema say one: a text then
 * @param scale digits behind the point that is not written; null where the point is
 */
public record FixedField(
    String name,
    int at,
    int length,
    String pad,
    boolean right,
    @Nullable FieldType type,
    @Nullable Integer scale) {

  /** The type that holds where none is said. */
  public FieldType typeOrText() {
    return type == null ? FieldType.STRING : type;
  }

  boolean isText() {
    return typeOrText() == FieldType.STRING || typeOrText() == FieldType.ANY;
  }

  boolean isNumber() {
    return typeOrText().isNumber();
  }

  /** Zeros in front of a number, which are no absence. */
  boolean zeroFilled() {
    return isNumber() && pad.equals("0");
  }

  /** The position behind its last one, from 1. */
  int end() {
    return at + length;
  }

  FixedField withType(FieldType other) {
    boolean number = other.isNumber() && pad.equals("0");
    return new FixedField(name, at, length, pad, right || number, other, scale);
  }
}
