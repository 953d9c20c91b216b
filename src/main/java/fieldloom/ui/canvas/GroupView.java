package fieldloom.ui.canvas;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A recycled ground of boxes that belong together. */
final class GroupView extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Label name = new Label();

  GroupView() {
    getStyleClass().add("fl-node-group");
    setManaged(false);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.NODE);
    name.getStyleClass().add("fl-node-group-name");
    name.setMinWidth(0);
    HBox head = new HBox(name);
    head.getStyleClass().add("fl-node-group-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinWidth(0);
    head.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(head);
  }

  void show(Frame.Group group) {
    name.setText(group.name());
    setAccessibleText(Words.get("group.spoken", group.name(), group.members().size()));
    pseudoClassStateChanged(SELECTED, group.state() == Frame.State.SELECTED);
    resizeRelocate(group.x(), group.y(), group.width(), group.height());
    setVisible(true);
    applyCss();
    layout();
  }
}
