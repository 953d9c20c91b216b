package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Tone;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Rebinding;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows what becomes of links: how many stay, which move, and what takes the place of the rest. */
final class RebindPane extends VBox {
  private static final double ROW_EM = 2.46;
  private static final int MOST_ROWS = 6;
  private static final int LOST_ROWS = 9;

  RebindPane(ReplaceViewModel model, Rebinding links) {
    getStyleClass().add("fl-rebind");
    HBox figures =
        new HBox(
            Controls.chip(kept(links), Tone.GOOD),
            Controls.chip(moved(links), links.moved().isEmpty() ? Tone.NEUTRAL : Tone.ACCENT),
            Controls.chip(lost(links), links.lost().isEmpty() ? Tone.NEUTRAL : Tone.WARNING));
    figures.getStyleClass().add("fl-rebind-figures");
    getChildren().add(figures);
    if (links.moved().isEmpty() && links.lost().isEmpty()) {
      getChildren().add(Controls.label(Words.get("replace.all"), "fl-muted"));
    }
    if (!links.moved().isEmpty()) {
      ListView<Map.Entry<FieldRef, FieldRef>> list =
          list("replace.moved.title", links.moved().size());
      list.setCellFactory(view -> new MovedCell());
      list.getItems().setAll(links.moved().entrySet());
      getChildren().add(part("replace.moved", title("replace.moved"), list));
    }
    if (!links.lost().isEmpty()) {
      Label title = title("replace.lost");
      getChildren().add(part("replace.lost", title, lost(model, links.lost(), title)));
    }
  }

  static String kept(Rebinding links) {
    return Words.get("replace.kept", links.kept());
  }

  static String moved(Rebinding links) {
    return Words.get("replace.moved", links.moved().size());
  }

  static String lost(Rebinding links) {
    return Words.get("replace.lost", links.lost().size());
  }

  private static <T> ListView<T> list(String spoken, int rows) {
    ListView<T> list = new ListView<>();
    list.setAccessibleText(Words.get(spoken));
    list.fixedCellSizeProperty()
        .subscribe(
            row -> {
              list.setPrefHeight(Math.min(rows, MOST_ROWS) * row.doubleValue() + 4);
              list.setMinHeight(Math.min(rows, 2) * row.doubleValue() + 4);
            });
    return list;
  }

  /**
   * Rows that open in place; as high as they are, up to some, then they scroll.
   *
   * @param title has the size of text that they have
   */
  private static ScrollPane lost(ReplaceViewModel model, List<Rebinding.Lost> all, Label title) {
    VBox rows = new VBox();
    ScrollPane scroll = new ScrollPane(rows);
    all.forEach(lost -> rows.getChildren().add(new LostRow(model, lost, scroll)));
    scroll.getStyleClass().add("fl-lost-list");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setAccessibleText(Words.get("replace.lost.title"));
    Runnable fit =
        () -> {
          double row = ROW_EM * title.getFont().getSize();
          scroll.setMinHeight(Math.min(all.size(), 2) * row + 4);
          scroll.setPrefHeight(Math.min(rows.getHeight(), LOST_ROWS * row) + 4);
        };
    rows.heightProperty().subscribe(fit);
    title.fontProperty().subscribe(fit);
    return scroll;
  }

  private static Label title(String key) {
    Label title = Controls.label(Words.get(key + ".title"), "fl-bold");
    title.setMinWidth(USE_PREF_SIZE);
    return title;
  }

  private static Node part(String key, Label title, Node list) {
    Label about = Controls.label(Words.get(key + ".about"), "fl-muted", "fl-small");
    about.setMinWidth(0);
    HBox head = new HBox(8, title, about);
    head.setAlignment(Pos.BASELINE_LEFT);
    return new VBox(6, head, list);
  }

  /** A field without its document: {@code lines[].sku}. */
  static String name(FieldRef field) {
    return field.isRoot() ? field.document() : field.path().toString();
  }

  /** Old → new. */
  private static final class MovedCell extends ListCell<Map.Entry<FieldRef, FieldRef>> {
    MovedCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Map.@Nullable Entry<FieldRef, FieldRef> moved, boolean empty) {
      super.updateItem(moved, empty);
      if (moved == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String from = name(moved.getKey());
      String to = name(moved.getValue());
      Label old = Controls.label(from, "fl-mono", "fl-muted");
      Label now = Controls.label(to, "fl-mono");
      List<Label> labels = List.of(old, Controls.label("→", "fl-muted"), now);
      labels.forEach(label -> label.setMinWidth(0));
      HBox row = new HBox(8, labels.toArray(Node[]::new));
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
      setAccessibleText(Words.get("replace.from", from, to));
    }
  }
}
