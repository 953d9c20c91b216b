package fieldloom.ui.palette;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.palette.PaletteRow.Entry;
import fieldloom.ui.session.FunctionTarget;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The pane of all functions: found by typing, read about, dragged onto the canvas, or put at what
 * is selected with Enter or a double click.
 */
public final class PaletteView extends VBox {
  private static final int PAGE = 8;

  private final PaletteViewModel model;
  private final FunctionTarget target;
  private final Runnable close;
  private final TextField find = new TextField();
  private final ListView<PaletteRow> list;
  private final FunctionHelp help = new FunctionHelp();
  private final Label refusal = Controls.label("", "fl-small", "fl-function-refusal");
  private boolean showing;

  /**
   * @param target takes the functions
   * @param close takes the pane away
   */
  public PaletteView(PaletteViewModel model, FunctionTarget target, Runnable close) {
    this.model = model;
    this.target = target;
    this.close = close;
    getStyleClass().add("fl-functions-pane");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, PaletteView.class, "palette.css");
              }
            });
    FunctionDrag drag = new FunctionDrag(target, model::used);
    list = new ListView<>(model.rows());
    list.getStyleClass().add("fl-functions-list");
    list.accessibleTextProperty().bind(Words.bind("list"));
    list.setCellFactory(view -> new FunctionCell(drag));
    list.setPlaceholder(none());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            insert(model.selectedProperty().get());
          }
        });
    list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> pressed(is));
    VBox.setVgrow(list, Priority.ALWAYS);
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.visibleProperty());
    refuse(null);
    getChildren().addAll(head(), search(), list, help, refusal, foot());
    model.selectedProperty().subscribe(entry -> show());
    model.rows().addListener((ListChangeListener<PaletteRow>) change -> show());
  }

  private HBox head() {
    Label title = Controls.label("", "fl-bold");
    title.textProperty().bind(Words.bind("title"));
    Button away = Controls.iconOnly(Feather.X, Words.bind("close"));
    away.setOnAction(e -> close.run());
    HBox head = new HBox(Icons.of(Feather.BOX), title, Controls.spacer(), away);
    head.getStyleClass().add("fl-pane-head");
    return head;
  }

  private HBox search() {
    find.getStyleClass().add("fl-field");
    find.promptTextProperty().bind(Words.bind("find"));
    find.accessibleTextProperty().bind(Words.bind("find"));
    find.textProperty().bindBidirectional(model.searchProperty());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(find, Priority.ALWAYS);
    HBox bar = new HBox(find);
    bar.getStyleClass().add("fl-functions-search");
    return bar;
  }

  private static Label none() {
    Label none = Controls.label("", "fl-muted");
    none.textProperty().bind(Words.bind("none"));
    return none;
  }

  private static HBox foot() {
    Label hint = Controls.label("");
    hint.textProperty().bind(Words.bind("hint"));
    hint.setMinWidth(0);
    Label key = Controls.key("Enter");
    key.setMinWidth(USE_PREF_SIZE);
    HBox foot = new HBox(key, hint);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("fl-pane-foot");
    return foot;
  }

  private void pressed(@Nullable PaletteRow row) {
    if (!showing && row instanceof Entry entry) {
      model.selectedProperty().set(entry);
    }
  }

  /** Shows what is selected; also when the list was filled anew. */
  private void show() {
    Entry entry = model.selectedProperty().get();
    help.show(entry == null ? null : entry.function());
    refuse(null);
    showing = true;
    int at = -1;
    for (int i = 0; i < list.getItems().size(); i++) {
      at = list.getItems().get(i) == entry ? i : at;
    }
    list.getSelectionModel().clearSelection();
    if (at >= 0) {
      list.getSelectionModel().select(at);
      list.getFocusModel().focus(at);
    }
    showing = false;
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    KeyCode code = event.getCode();
    switch (code) {
      case UP -> walk(-1);
      case DOWN -> walk(1);
      case PAGE_UP -> walk(-PAGE);
      case PAGE_DOWN -> walk(PAGE);
      case ENTER -> insert(model.selectedProperty().get());
      case ESCAPE -> {
        if (find.getText().isEmpty()) {
          close.run();
        } else {
          find.clear();
          find.requestFocus();
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void walk(int by) {
    model.walk(by);
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
  }

  private void insert(@Nullable Entry entry) {
    if (entry != null) {
      String reason = target.insert(entry.function().name());
      if (reason == null) {
        model.used(entry.function().name());
      }
      refuse(reason);
    }
  }

  private void refuse(@Nullable String reason) {
    refusal.setText(reason == null ? "" : reason);
    refusal.setVisible(reason != null);
  }

  /** Gives the search the keyboard. */
  public void focusSearch() {
    find.requestFocus();
    find.selectAll();
  }
}
