package fieldloom.ui.table;

import fieldloom.ui.Snapshots;
import fieldloom.ui.formula.FormulaBarView;
import fieldloom.ui.formula.FormulaBarViewModel;
import fieldloom.ui.formula.FormulaInput;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;

/** The table as the shell puts it together. */
public final class TableFixture {
  final EditorSession session;
  final RuleTableViewModel model;
  final FormulaBarViewModel formula;
  final RuleTableView view;
  final BorderPane root = new BorderPane();

  TableFixture(EditorSession session) {
    this.session = session;
    model = new RuleTableViewModel(session, Settings.inMemory());
    formula = new FormulaBarViewModel(session);
    view = new RuleTableView(model, (field, over) -> FormulaInput.of(session, field, over));
    root.setTop(new FormulaBarView(formula));
    root.setCenter(view);
  }

  Scene scene(double width, double height) {
    Scene scene = Snapshots.scene(root, Theme.LIGHT, width, height);
    Theme.addCss(scene, RuleTableView.class, "table.css");
    return scene;
  }

  /** A node that a screen reader calls so. */
  Node named(String start) {
    return Snapshots.onToolkit(
        () ->
            root.lookupAll("*").stream()
                .filter(n -> n.isVisible() && n.getAccessibleText() != null)
                .filter(n -> n.getAccessibleText().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is called " + start)));
  }

  /** The rules that a table shows, as formulas by field; loops as their lines. */
  public static Map<FieldRef, String> rules(RuleTableViewModel model) {
    Map<FieldRef, String> shown = new LinkedHashMap<>();
    for (Row row : model.rows()) {
      RowState state = model.stateOf(row);
      if (state.view() != null) {
        shown.put(row.field(), state.rule());
      }
    }
    return shown;
  }
}
