package fieldloom.ui.session;

import fieldloom.model.Rule;
import java.util.List;

/**
 * A rule as it is drawn.
 *
 * @param index of the rule in the mapping, from 0
 * @param target the field it fills
 * @param inputs the fields it reads, each once, in order of appearance
 */
public record RuleView(int index, Rule rule, FieldRef target, Kind kind, List<Input> inputs) {
  public RuleView {
    inputs = List.copyOf(inputs);
  }

  /** How a rule is drawn. */
  public enum Kind {
    /** A curve from field to field. */
    LINK,
    /** A curve with a pill: a formula of one source field. */
    PILL,
    /** A node with a curve for each input: a formula of several. */
    NODE,
    /** A curve from array to array, with brackets and a band. */
    LOOP,
    /** Nothing but a value in the target's row: a literal. */
    CONSTANT,
    /** Nothing but a value in the target's row: computed from other target fields, or from none. */
    COMPUTED
  }

  /**
   * A field that a rule reads.
   *
   * @param label its last name, or the variable through which it is read
   * @param side which end the field is of
   * @param text the path as the rule writes it
   * @param role what it is read for
   */
  public record Input(String label, FieldRef field, Side side, String text, Role role) {}

  /** What a field is read for. */
  public enum Role {
    /** The value itself. */
    VALUE,
    /** A variable that the formula uses: what is read is not the input's value. */
    VARIABLE,
    /** The condition under which the rule writes. */
    CONDITION
  }

  /** The same of a rule that is equal, which may stand elsewhere. */
  RuleView at(int place, Rule same) {
    return place == index && same == rule ? this : new RuleView(place, same, target, kind, inputs);
  }

  /** The source fields it reads. */
  public List<FieldRef> sources() {
    return inputs.stream().filter(i -> i.side() == Side.SOURCE).map(Input::field).toList();
  }
}
