package fieldloom.ui.session;

/**
 * A target field whose steps are looked at.
 *
 * @param target the field with the numbers of its items, from 1: {@code FEntity[2].FAmount}; empty
 *     for the first item
 */
public record TracedField(FieldRef field, String target) {
  /** The field of the first item. */
  public static TracedField of(FieldRef field) {
    return new TracedField(field, "");
  }
}
