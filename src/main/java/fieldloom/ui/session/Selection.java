package fieldloom.ui.session;

import fieldloom.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is selected: a field on one side, a rule (its link, node or loop), or nothing.
 *
 * @param side the side of the field; null where no field is selected
 * @param field null where a rule or nothing is selected
 * @param rule null where a field or nothing is selected
 */
public record Selection(@Nullable Side side, @Nullable FieldRef field, @Nullable Rule rule) {
  public static final Selection NONE = new Selection(null, null, null);

  public static Selection source(FieldRef field) {
    return new Selection(Side.SOURCE, field, null);
  }

  public static Selection target(FieldRef field) {
    return new Selection(Side.TARGET, field, null);
  }

  public static Selection field(Side side, FieldRef field) {
    return new Selection(side, field, null);
  }

  public static Selection rule(Rule rule) {
    return new Selection(null, null, rule);
  }

  public boolean isNone() {
    return field == null && rule == null;
  }

  /** Whether this very field of that side is selected. */
  public boolean is(Side ofSide, FieldRef other) {
    return side == ofSide && other.equals(field);
  }
}
