package fieldloom.ui.kit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A card over the window: heading, body, buttons at its foot. Shown by {@link Overlay}. Where the
 * window is too low for all of it the body scrolls.
 */
public class Dialog extends VBox {
  private final Label title;
  private final VBox body = new VBox();
  private final HBox foot = new HBox();
  private @Nullable Runnable close;
  private @Nullable Node first;

  @SuppressWarnings("this-escape") // only final methods of Node are called
  public Dialog(String heading) {
    getStyleClass().add("fl-dialog");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(heading);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    title = new Label(heading);
    title.getStyleClass().add("fl-heading");
    body.getStyleClass().add("fl-dialog-body");
    foot.getStyleClass().add("fl-dialog-foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    foot.managedProperty().bind(Bindings.isNotEmpty(foot.getChildren()));
    DialogScroll scroll = new DialogScroll(body);
    setVgrow(scroll, Priority.ALWAYS);
    title.setMinHeight(USE_PREF_SIZE);
    foot.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(title, scroll, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
  }

  /** Lists and tables would keep Enter to themselves; in a dialog it is its main button's. */
  private void enter(KeyEvent event) {
    boolean fromList =
        event.getTarget() instanceof ListView<?> || event.getTarget() instanceof TableView<?>;
    if (event.getCode() == KeyCode.ENTER && fromList) {
      foot.getChildren().stream()
          .filter(node -> node instanceof Button button && button.isDefaultButton())
          .findFirst()
          .ifPresent(
              node -> {
                event.consume();
                ((Button) node).fire();
              });
    }
  }

  /** Where the dialog's own controls go, one below the other. */
  public VBox body() {
    return body;
  }

  /** Adds a button at the foot; the last one is at the right. */
  public Button addButton(Button button) {
    foot.getChildren().add(button);
    return button;
  }

  /** Another heading, where a dialog goes on to something else. */
  protected final void setHeading(String heading) {
    title.setText(heading);
    setAccessibleText(heading);
  }

  /** Other buttons at the foot; the last one is at the right. */
  protected final void setButtons(Node... buttons) {
    foot.getChildren().setAll(buttons);
  }

  /** Which control has the keyboard when the dialog opens. */
  public void startAt(Node node) {
    first = node;
  }

  /** What Escape does; closes unless a dialog says otherwise. */
  public void cancel() {
    close();
  }

  public final void close() {
    if (close != null) {
      close.run();
    }
  }

  final void onClose(Runnable action) {
    close = action;
  }

  /** Gives the keyboard to the control with which the dialog starts, as far as it is there. */
  final void focusFirst() {
    if (first != null && first.getScene() == getScene() && isReached(first)) {
      first.requestFocus();
      return;
    }
    Node found = first == null ? null : reached(body, false);
    Node button = found == null ? reached(foot, true) : found;
    (button == null ? this : button).requestFocus();
  }

  /** Gives the keyboard to the last control. */
  final void focusLast() {
    Node button = reached(foot, true);
    Node found = button == null ? reached(body, true) : button;
    (found == null ? this : found).requestFocus();
  }

  private static @Nullable Node reached(Parent parent, boolean last) {
    List<Node> children = parent.getChildrenUnmodifiable();
    for (Node child : last ? children.reversed() : children) {
      boolean shown = child.isVisible() && !child.isDisabled();
      Node inside = shown && child instanceof Parent around ? reached(around, last) : null;
      if (inside != null) {
        return inside;
      }
      if (shown && isReached(child)) {
        return child;
      }
    }
    return null;
  }

  private static boolean isReached(Node node) {
    return node.isFocusTraversable() && !node.isDisabled();
  }
}
