package fieldloom.ui.canvas;

import fieldloom.ui.session.NodeLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A recycled function node. */
final class NodeView extends VBox {
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final PseudoClass CONSTANT = PseudoClass.getPseudoClass("constant");
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private static final double MARK_HEIGHT = 16;

  private final Tooltip tip = new Tooltip();
  private final Label mark = new Label();
  private final Label function = new Label();
  private final Label text = new Label();
  private final Label value = new Label();
  private Frame.@Nullable NodeBox box;

  NodeView() {
    getStyleClass().add("fl-node");
    setManaged(false);
    setAccessibleRole(AccessibleRole.BUTTON);
    function.getStyleClass().add("fl-node-function");
    function.setMinWidth(Region.USE_PREF_SIZE);
    text.getStyleClass().add("fl-node-text");
    value.getStyleClass().add("fl-node-value");
    mark.setManaged(false);
  }

  Frame.@Nullable NodeBox box() {
    return box;
  }

  void show(Frame.NodeBox next) {
    Frame.NodeBox before = box;
    box = next;
    if (before == null
        || !before.inputs().equals(next.inputs())
        || !before.function().equals(next.function())
        || !before.text().equals(next.text())
        || !before.value().equals(next.value())
        || !before.look().equals(next.look())
        || before.tone() != next.tone()
        || !before.spoken().equals(next.spoken())) {
      fill(next);
    }
    pseudoClassStateChanged(SELECTED, next.state() == Frame.State.SELECTED);
    pseudoClassStateChanged(DIM, next.state() == Frame.State.DIM);
    pseudoClassStateChanged(ERROR, next.tone() == Frame.Tone.ERROR);
    if (before == null || before.state() != next.state() || before.tone() != next.tone()) {
      applyCss();
    }
    setVisible(true);
    boolean filled = isNeedsLayout();
    if (filled) {
      applyCss();
    }
    resizeRelocate(Math.round(next.x()), Math.round(next.y()), next.width(), next.height());
    if (filled) {
      // Views are filled while the canvas is laid out: nobody comes back for them in this pulse.
      layout();
    }
  }

  private void fill(Frame.NodeBox next) {
    function.setText(next.function());
    text.setText(next.text());
    value.setText(next.value());
    HBox head = new HBox(6, function, text, spacer(), value);
    if (!next.look().comment().isEmpty()) {
      head.getChildren().add(new FontIcon(Feather.MESSAGE_SQUARE));
    }
    head.getStyleClass().add("fl-node-head");
    dress(next);
    head.setAlignment(Pos.CENTER_LEFT);
    List<Node> rows = new ArrayList<>();
    rows.add(head);
    for (Frame.Input input : next.inputs()) {
      Label name = new Label(input.label());
      name.getStyleClass().add("fl-node-input");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label shown = new Label(input.value());
      shown.getStyleClass().add("fl-node-input-value");
      HBox row = new HBox(8, name, spacer(), shown);
      row.getStyleClass().add("fl-node-row");
      if (input.at() != null) {
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText((input.label() + " " + input.value()).strip());
        row.pseudoClassStateChanged(CONSTANT, input.constant());
        row.pseudoClassStateChanged(ON, input.selected());
      }
      row.setAlignment(Pos.CENTER_LEFT);
      rows.add(row);
    }
    mark.setText(next.tone().mark());
    mark.setVisible(next.tone().isMark());
    rows.add(mark);
    getChildren().setAll(rows);
    comment(next.look().comment());
    setAccessibleText(next.spoken());
  }

  private void dress(Frame.NodeBox next) {
    getStyleClass().setAll("fl-node");
    NodeLook.Hue hue = next.look().hue();
    if (hue != NodeLook.Hue.NONE) {
      getStyleClass().add("hue-" + hue.name().toLowerCase(Locale.ROOT));
    }
    if (next.tone().isMark()) {
      String tone = next.tone().name().toLowerCase(Locale.ROOT);
      getStyleClass().add(tone);
      mark.getStyleClass().setAll("label", "fl-node-mark", tone);
    }
  }

  /** How another version differs is said on the upper edge, where it takes no room of the box. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double wide = Math.ceil(mark.prefWidth(-1));
    mark.resizeRelocate(getWidth() - wide - 6, -MARK_HEIGHT / 2 - 2, wide, MARK_HEIGHT);
  }

  /** A comment shows where the pointer rests on the box. */
  private void comment(String words) {
    if (words.isEmpty()) {
      Tooltip.uninstall(this, tip);
    } else {
      tip.setText(words);
      Tooltip.install(this, tip);
    }
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }
}
