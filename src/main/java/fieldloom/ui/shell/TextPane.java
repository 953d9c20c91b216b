package fieldloom.ui.shell;

import fieldloom.ui.formula.FormulaInput;
import fieldloom.ui.schematree.SchemaAction;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.text.FormulaTextView;
import fieldloom.ui.text.FormulaTextViewModel;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The rules as text. */
final class TextPane implements ViewPane {
  private final FormulaTextViewModel model;
  private final FormulaTextView view;

  TextPane(EditorSession session, Lens lens, List<SchemaAction> schemas, Runnable fixes) {
    model = new FormulaTextViewModel(session, lens);
    view = new FormulaTextView(model, (field, over) -> FormulaInput.of(session, field, over));
    view.setFixes(fixes);
    view.setLens(new LensChip(lens));
    view.setEmptyActions(schemas.stream().map(TablePane::button).toList());
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
    view.focusLines();
  }
}
