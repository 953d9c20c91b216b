package fieldloom.ui.shell;

import fieldloom.ui.problems.FixPopup;
import fieldloom.ui.problems.ProblemsView;
import fieldloom.ui.problems.ProblemsViewModel;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The list of problems under the view, and the fixes that are offered over it. */
final class ProblemsDock {
  private static final double GAP_PX = 8;
  private static final KeyCombination FIXES = KeyCombination.valueOf("Alt+ENTER");

  private final ProblemsView view;
  private final FixPopup popup;
  private final StackPane over;
  private final Supplier<@Nullable ViewPane> shown;

  /**
   * @param editor all around the open mapping
   * @param over what the view that is shown is in
   */
  ProblemsDock(
      ProblemsViewModel model,
      MappingDialogs dialogs,
      Node editor,
      StackPane over,
      Supplier<@Nullable ViewPane> shown) {
    this.over = over;
    this.shown = shown;
    view = new ProblemsView(model, dialogs::show);
    popup = new FixPopup(model);
    model.setTableEditor(dialogs::table);
    editor.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(e, dialogs));
    StackPane.setAlignment(popup, Pos.TOP_LEFT);
    over.getChildren().add(popup);
    model.offerProperty().subscribe(offer -> place(offer != null));
    popup.heightProperty().subscribe(height -> place(popup.isVisible()));
  }

  Node view() {
    return view;
  }

  /** Before views and fields take Enter as theirs; the list has an offer of its own. */
  private void key(KeyEvent event, MappingDialogs dialogs) {
    boolean listed = view.isFocusWithin();
    if (FIXES.match(event) && !listed) {
      event.consume();
      dialogs.fixes();
    }
  }

  /** Beside the selected row where the view knows it, else in the upper part of the middle. */
  private void place(boolean open) {
    if (!open || over.getScene() == null) {
      return;
    }
    popup.toFront();
    popup.applyCss();
    double wide = popup.prefWidth(-1);
    double high = popup.prefHeight(wide);
    ViewPane pane = shown.get();
    Bounds row = pane == null ? null : pane.selectedBounds();
    double x = (over.getWidth() - wide) / 2;
    double y = over.getHeight() / 5;
    if (row != null) {
      Bounds at = over.sceneToLocal(row);
      x = at.getMinX() - wide - GAP_PX;
      y = at.getMinY();
    }
    double left = Math.clamp(x, GAP_PX, Math.max(GAP_PX, over.getWidth() - wide - GAP_PX));
    double top = Math.clamp(y, GAP_PX, Math.max(GAP_PX, over.getHeight() - high - GAP_PX));
    StackPane.setMargin(popup, new Insets(Math.round(top), 0, 0, Math.round(left)));
  }
}
