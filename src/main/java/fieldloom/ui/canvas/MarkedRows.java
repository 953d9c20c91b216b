package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Related;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What is done with all rows that are marked together, in one step. */
final class MarkedRows {
  private final CanvasViewModel model;
  private final EditorSession session;

  MarkedRows(CanvasViewModel model) {
    this.model = model;
    this.session = model.session();
  }

  /** The rules that fill or read what is selected, and what is marked with it. */
  List<Rule> rules() {
    Set<Rule> found = Collections.newSetFromMap(new IdentityHashMap<>());
    found.addAll(session.related().rules());
    Side side = session.selection().side();
    List<FieldRef> marked = side == null ? List.of() : model.strip(side).marked();
    for (FieldRef field : marked) {
      found.addAll(Related.of(Selection.field(side, field), session.index()).rules());
    }
    return session.mapping().rules().stream().filter(found::contains).toList();
  }

  /** Deletes these rules. */
  void delete() {
    List<Rule> rules = rules();
    if (!rules.isEmpty()) {
      session.apply(new Edit.DeleteRules(rules));
    }
  }

  /** Puts the rule that was copied on the target fields that are marked. */
  void paste() {
    model.copied().paste(model.strip(Side.TARGET).marked());
  }
}
