package fieldloom.ui.shell;

import fieldloom.ui.formula.FormulaInput;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.schematree.SchemaAction;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.table.RuleTableView;
import fieldloom.ui.table.RuleTableViewModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** The rules as a table. */
final class TablePane implements ViewPane {
  private final RuleTableViewModel model;
  private final RuleTableView view;

  TablePane(
      EditorSession session,
      Lens lens,
      Settings settings,
      List<SchemaAction> schemas,
      Runnable fixes) {
    model = new RuleTableViewModel(session, lens, settings);
    view = new RuleTableView(model, (field, over) -> FormulaInput.of(session, field, over));
    view.setFixes(fixes);
    view.setLens(new LensChip(lens));
    view.setEmptyActions(schemas.stream().map(TablePane::button).toList());
  }

  static Button button(SchemaAction action) {
    Button button = Controls.button(action.words(), action.icon());
    button.setOnAction(e -> action.run().run());
    return button;
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void show(@Nullable FieldRef top) {
    view.show(top);
  }

  @Override
  public void hide() {
    model.setActive(false);
  }

  @Override
  public @Nullable FieldRef top() {
    return view.top();
  }

  @Override
  public void find() {
    view.find();
  }

  @Override
  public void focus() {
    view.focusRows();
  }
}
