package fieldloom.ui.schematree;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where no field is shown: the ways to a schema, or the ways back to all fields. */
final class EmptyTree extends StackPane {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private final SchemaTreeViewModel model;
  private final Runnable toFind;
  private List<SchemaAction> actions = List.of();
  private List<Object> key = List.of();

  /**
   * @param toFind gives the search the keyboard
   */
  EmptyTree(SchemaTreeViewModel model, Runnable toFind) {
    this.model = model;
    this.toFind = toFind;
    setPickOnBounds(false);
  }

  void setActions(List<SchemaAction> value) {
    actions = value;
  }

  void refresh() {
    boolean none = !model.hasSchema();
    boolean filtered = model.filter().isActive();
    setVisible(none || model.rowCount() == 0 || filtered && model.filter().hits() == 0);
    if (!isVisible()) {
      getChildren().clear();
      key = List.of();
      return;
    }
    Show show = model.showProperty().get();
    String search = model.filter().isSearched() ? model.searchProperty().get().strip() : "";
    String page = String.valueOf(model.lens().pageProperty().get());
    List<Object> now =
        List.of(
            none,
            Texts.language(),
            actions,
            show,
            search,
            page,
            model.lens().isFocused(),
            filtered);
    if (!now.equals(key)) {
      key = now;
      getChildren().setAll(none ? noSchema() : noHit(search, show));
    }
  }

  private VBox noSchema() {
    VBox box = box(Words.get("empty"), Feather.UPLOAD);
    box.getStyleClass().add("drop");
    VBox buttons = buttons(box);
    for (SchemaAction action : actions) {
      Button button = Controls.button(action.words(), action.icon());
      button.setOnAction(e -> action.run().run());
      buttons.getChildren().add(button);
    }
    return box;
  }

  /** Each of what leaves fields out can be taken back. */
  private VBox noHit(String search, Show show) {
    String kind = Words.get("show." + show.name().toLowerCase(Locale.ROOT));
    String said =
        search.isEmpty()
            ? show == Show.ALL ? nothing() : Words.get("nohit.kind", kind)
            : Words.get(show == Show.ALL ? "nohit.search" : "nohit.both", search, kind);
    VBox box = box(said, Feather.SEARCH);
    VBox buttons = buttons(box);
    if (!search.isEmpty()) {
      back(buttons, "back.search", Feather.X, () -> model.searchProperty().set(""));
    }
    if (show != Show.ALL) {
      back(buttons, "back.kind", Feather.FILTER, () -> model.showProperty().set(Show.ALL));
    }
    if (model.lens().isFocused()) {
      back(buttons, "back.focus", Feather.CROSSHAIR, model.lens()::leaveFocus);
    } else if (model.lens().pageProperty().get() != null) {
      back(buttons, "back.page", Feather.LAYERS, model.lens()::showAll);
    }
    return box;
  }

  private String nothing() {
    return Words.get(model.lens().isFocused() ? "nohit.focus" : "nohit.page");
  }

  private void back(VBox buttons, String words, Feather icon, Runnable action) {
    Button button = Controls.button(Words.bind(words), icon);
    button.setOnAction(
        e -> {
          // The button goes with what it takes back: the keyboard must have another place.
          toFind.run();
          action.run();
        });
    buttons.getChildren().add(button);
  }

  private static VBox box(String said, Feather icon) {
    Label text = new Label(said);
    text.setWrapText(true);
    text.getStyleClass().add("fl-tree-empty");
    text.setGraphic(new FontIcon(icon));
    text.setContentDisplay(ContentDisplay.TOP);
    VBox box = new VBox(text);
    box.getStyleClass().add("fl-tree-empty-box");
    return box;
  }

  private static VBox buttons(VBox box) {
    VBox buttons = new VBox();
    buttons.getStyleClass().add("fl-tree-empty-actions");
    box.getChildren().add(buttons);
    return buttons;
  }

  void dropping(boolean on) {
    getChildren().forEach(n -> n.pseudoClassStateChanged(DROPPING, on));
  }
}
