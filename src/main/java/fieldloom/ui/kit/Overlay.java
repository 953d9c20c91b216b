package fieldloom.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.event.EventTarget;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The content of the window with what may lie over it: one dialog at a time, and notes. Dialogs
 * stay within the scene, so that they look the same everywhere and work without a display. While
 * one is open the keyboard stays in it, Tab leads round it; Escape closes it.
 */
public final class Overlay extends StackPane {
  private static final Insets MARGIN = new Insets(16);

  private final Node content;
  private final StackPane modal = new StackPane();
  private final Toast toast = new Toast();
  private final ChangeListener<@Nullable Node> keepFocusInside = (o, was, is) -> keepInside(is);
  private boolean backwards;
  private @Nullable Node focusBefore;
  private @Nullable Dialog dialog;

  public Overlay(Node content) {
    this.content = content;
    Region scrim = new Region();
    scrim.getStyleClass().add("fl-scrim");
    modal.getChildren().add(scrim);
    modal.getStyleClass().add("fl-modal");
    modal.setVisible(false);
    modal.addEventFilter(KeyEvent.KEY_PRESSED, e -> backwards = e.isShiftDown());
    modal.addEventHandler(KeyEvent.KEY_PRESSED, this::cancel);
    modal.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (isIdleList(e.getTarget())) {
            cancel(e);
          }
        });
    getChildren().addAll(content, modal, toast);
  }

  private void cancel(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && dialog != null) {
      event.consume();
      dialog.cancel();
    }
  }

  /** Lists and tables keep Escape to themselves, also while nothing is edited in them. */
  private static boolean isIdleList(EventTarget target) {
    return target instanceof ListView<?> list && list.getEditingIndex() < 0
        || target instanceof TableView<?> table && table.getEditingCell() == null;
  }

  public Toast toast() {
    return toast;
  }

  /** The dialog that is open; null where none is. */
  public @Nullable Dialog dialog() {
    return dialog;
  }

  /** Opens a dialog; one that is open goes. */
  public void show(Dialog opened) {
    Scene scene = getScene();
    if (dialog == null && scene != null) {
      focusBefore = scene.getFocusOwner();
      scene.focusOwnerProperty().addListener(keepFocusInside);
    }
    dialog = opened;
    if (modal.getChildren().size() > 1) {
      modal.getChildren().remove(1);
    }
    modal.getChildren().add(opened);
    StackPane.setMargin(opened, MARGIN);
    modal.setVisible(true);
    content.setMouseTransparent(true);
    opened.onClose(this::hide);
    opened.focusFirst();
  }

  private void hide() {
    Scene scene = getScene();
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(keepFocusInside);
    }
    dialog = null;
    modal.setVisible(false);
    modal.getChildren().remove(1, modal.getChildren().size());
    content.setMouseTransparent(false);
    if (focusBefore != null && focusBefore.getScene() != null) {
      focusBefore.requestFocus();
    }
    focusBefore = null;
  }

  private void keepInside(@Nullable Node focused) {
    if (dialog != null && focused != null && !inside(focused)) {
      if (backwards) {
        dialog.focusLast();
      } else {
        dialog.focusFirst();
      }
    }
  }

  private boolean inside(Node node) {
    for (Parent p = node.getParent(); p != null; p = p.getParent()) {
      if (p == modal) {
        return true;
      }
    }
    return false;
  }
}
