package fieldloom.ui.landscape;

import fieldloom.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card on a curve: a line for each direction. Made once and shown anew when it changes. */
final class CardView extends VBox {
  private List<CardLine> lines = List.of();
  private List<Arrow> arrows = List.of();
  private boolean near = true;

  CardView() {
    getStyleClass().add("fl-flow-card");
    setManaged(false);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /**
   * @param systems where the systems are, for the arrows
   */
  void show(
      List<CardLine> wanted,
      java.util.Map<String, Box> systems,
      Box box,
      boolean picked,
      boolean isNear) {
    List<Arrow> pointing = new ArrayList<>(wanted.size());
    for (CardLine line : wanted) {
      Box from = systems.getOrDefault(line.from(), box);
      pointing.add(Arrow.of(from, systems.getOrDefault(line.to(), box)));
    }
    if (!wanted.equals(lines) || !pointing.equals(arrows) || near != isNear) {
      lines = wanted;
      arrows = pointing;
      near = isNear;
      fill();
    }
    pseudoClassStateChanged(SystemView.SELECTED, picked);
    pseudoClassStateChanged(SystemView.FAR, !isNear);
    setVisible(true);
    resizeRelocate(box.x(), box.y(), box.width(), box.height());
  }

  private void fill() {
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(near ? row(lines.get(i), arrows.get(i)) : far(lines.get(i)));
    }
    getChildren().setAll(rows);
    setAccessibleText(lines.stream().map(CardLine::spoken).collect(Collectors.joining("; ")));
    applyCss();
  }

  private static HBox row(CardLine line, Arrow arrow) {
    Label sign = Controls.label(arrow.sign, "fl-flow-arrow");
    Label title = Controls.label(line.title(), "fl-flow-title");
    title.setMinWidth(0);
    Label count = Controls.label(line.count(), "fl-flow-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(dot(line), sign, title, Controls.spacer(), count);
    row.getStyleClass().add("fl-flow-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static HBox far(CardLine line) {
    HBox row = new HBox(dot(line));
    row.getStyleClass().add("fl-flow-row");
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private static Region dot(CardLine line) {
    Region dot = new Region();
    dot.getStyleClass().addAll("fl-dot", LandscapeWords.tone(line.health()));
    return dot;
  }
}
