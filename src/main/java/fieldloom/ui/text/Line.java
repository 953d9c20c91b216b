package fieldloom.ui.text;

import fieldloom.model.FieldType;
import fieldloom.model.Titles;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RuleView;
import org.jspecify.annotations.Nullable;

/**
 * A line: a rule, or a target field that has none.
 *
 * @param field what it fills
 * @param nth which of the field's rules it is, from 0
 * @param view the rule; null where the field has none
 * @param depth how many loops it stands in
 * @param name the path, within a loop from its items down
 * @param titles of the field
 * @param type of the field; array where it repeats
 * @param groups whether it is a list of groups, which only loops make
 */
record Line(
    FieldRef field,
    int nth,
    @Nullable RuleView view,
    int depth,
    String name,
    Titles titles,
    FieldType type,
    boolean groups) {

  /** Whether its text is that of a loop. */
  boolean isLoop() {
    return view == null ? groups : view.kind() == RuleView.Kind.LOOP;
  }

  /** Whether it is the line of the same rule or field, wherever it stands. */
  boolean isSame(Line other) {
    return field.equals(other.field) && nth == other.nth;
  }

  Line at(int newDepth, String newName) {
    return new Line(field, nth, view, newDepth, newName, titles, type, groups);
  }
}
