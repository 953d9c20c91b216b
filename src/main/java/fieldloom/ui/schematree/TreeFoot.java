package fieldloom.ui.schematree;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under the rows: how many there are, how many are pinned, and the way out of focus and page. */
final class TreeFoot extends HBox {
  private final SchemaTreeViewModel model;
  private final Label count = new Label();
  private final Label pinned = new Label();
  private final Label marked = new Label();
  private final Button out = new Button();

  TreeFoot(SchemaTreeViewModel model) {
    this.model = model;
    getStyleClass().add("fl-tree-foot");
    setSpacing(8);
    setAlignment(Pos.CENTER_LEFT);
    FontIcon pin = new FontIcon(Feather.MAP_PIN);
    pin.getStyleClass().add("fl-row-pin");
    pinned.setGraphic(pin);
    pinned.setMinWidth(Region.USE_PREF_SIZE);
    marked.setMinWidth(Region.USE_PREF_SIZE);
    marked.getStyleClass().add("fl-tree-marked");
    out.getStyleClass().setAll("fl-tree-chip", "lens");
    FontIcon cross = new FontIcon(Feather.X);
    cross.getStyleClass().add("fl-chip-icon");
    out.setGraphic(cross);
    out.setOnAction(e -> leave());
    out.setMinWidth(60);
    out.setMnemonicParsing(false);
    getChildren().addAll(count, Controls.spacer(), marked, pinned, out);
  }

  private void leave() {
    if (model.lens().isFocused()) {
      model.lens().leaveFocus();
    } else {
      model.lens().showAll();
    }
  }

  void refresh() {
    count.setText(
        Words.get(
            "foot",
            Values.count(model.rowCount(), "row"),
            Values.count(model.filter().count(Show.ALL), "field")));
    int held = model.pinnedCount();
    pinned.setText(Words.get("pinned", held));
    show(pinned, held > 0);
    int together = model.picks().count();
    marked.setText(Words.get("marked", together));
    show(marked, together > 0);
    Selection focus = model.lens().focusProperty().get();
    String page = model.lens().pageProperty().get();
    boolean here = focus.isNone() ? page != null : focus.side() == model.side();
    String words = "";
    if (focus.field() != null) {
      words = Words.get("lens.focus", focus.field().name());
    } else if (page != null) {
      words = Words.get("lens.page", page);
    }
    out.setText(words);
    out.setAccessibleText(Words.get("lens.leave", words));
    show(out, here && model.side() == sideOf(focus));
  }

  /** A page is told once, under the targets. */
  private static Side sideOf(Selection focus) {
    return focus.side() == null ? Side.TARGET : focus.side();
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
