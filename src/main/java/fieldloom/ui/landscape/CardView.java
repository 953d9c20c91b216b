package fieldloom.ui.landscape;

import fieldloom.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card on a curve: a line for each direction. Made once and shown anew when it changes. */
final class CardView extends VBox {
  private final List<Row> rows = new ArrayList<>();
  private List<CardLine> lines = List.of();
  private boolean near;
  private boolean picked;

  CardView() {
    getStyleClass().add("fl-flow-card");
    setManaged(false);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    pseudoClassStateChanged(SystemView.FAR, true);
  }

  void show(
      List<CardLine> wanted, LandscapeWords words, Box box, boolean isPicked, boolean isNear) {
    if (isNear != near) {
      near = isNear;
      pseudoClassStateChanged(SystemView.FAR, !isNear);
      rows.forEach(row -> row.near(isNear));
    }
    if (wanted != lines) {
      lines = wanted;
      fill(words);
    }
    if (isPicked != picked) {
      picked = isPicked;
      pseudoClassStateChanged(SystemView.SELECTED, isPicked);
    }
    setVisible(true);
    resizeRelocate(box.x(), box.y(), box.width(), box.height());
  }

  private void fill(LandscapeWords words) {
    while (rows.size() > lines.size()) {
      getChildren().remove(rows.removeLast());
    }
    while (rows.size() < lines.size()) {
      Row row = new Row();
      row.near(near);
      rows.add(row);
      getChildren().add(row);
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(lines.get(i));
    }
    setAccessibleText(lines.stream().map(words::spoken).collect(Collectors.joining("; ")));
  }

  /** A direction; from far away only its dot is there. */
  private static final class Row extends HBox {
    private final Region dot = new Region();
    private final Label sign = Controls.label("", "fl-flow-arrow");
    private final Label title = Controls.label("", "fl-flow-title");
    private final Label count = Controls.label("", "fl-flow-count");
    private @Nullable String tone;

    Row() {
      getStyleClass().add("fl-flow-row");
      dot.getStyleClass().add("fl-dot");
      title.setMinWidth(0);
      count.setMinWidth(USE_PREF_SIZE);
      getChildren().add(dot);
    }

    void near(boolean near) {
      setAlignment(near ? Pos.CENTER_LEFT : Pos.CENTER);
      if (near) {
        getChildren().setAll(dot, sign, title, Controls.spacer(), count);
      } else {
        getChildren().setAll(dot);
      }
    }

    void show(CardLine line) {
      sign.setText(line.arrow().sign);
      title.setText(line.title());
      count.setText(line.count());
      String wanted = LandscapeWords.tone(line.health());
      if (!wanted.equals(tone)) {
        tone = wanted;
        dot.getStyleClass().setAll("fl-dot", wanted);
      }
    }
  }
}
