package fieldloom.ui.schematree;

import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Literals;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import java.util.List;

/** What is typed into the rows of a target: fixed values, and formulas behind {@code =}. */
final class RowInput {
  private final EditorSession session;
  private final Side side;
  private final RowStates states;

  RowInput(EditorSession session, Side side, RowStates states) {
    this.session = session;
    this.side = side;
    this.states = states;
  }

  /** Whether a fixed value can be given to a row's field. */
  boolean takesConstant(SchemaRow row) {
    return side == Side.TARGET && !row.expandable() && states.isPlain(row);
  }

  /** What stands in a row's editor when it opens. */
  String editedText(SchemaRow row) {
    List<RuleView> rules = session.index().filling(row.field());
    String text = rules.isEmpty() ? null : rules.getLast().rule().expression();
    if (text == null) {
      return "";
    }
    return rules.getLast().kind() == RuleView.Kind.CONSTANT ? Literals.typed(text) : "=" + text;
  }

  /** Takes what was typed into a row: a fixed value, {@code =} and a formula, or nothing. */
  void takeTyped(SchemaRow row, String typed) {
    if (typed.equals(editedText(row))) {
      return;
    }
    if (typed.isBlank() || typed.startsWith("=")) {
      session.apply(new Edit.SetFormula(row.field(), typed));
    } else {
      session.apply(new Edit.SetConstant(row.field(), Literals.of(typed, row.type())));
    }
  }
}
