package fieldloom.ui.history;

import fieldloom.ui.history.HistoryViewModel.Line;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Theme;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pane of all steps, the newest first; a click or Enter goes to one. */
public final class HistoryView extends VBox {
  private final HistoryViewModel model;
  private final Consumer<String> went;
  private final Runnable close;
  private final ListView<Line> list;

  /**
   * @param went is told the name of the step that was gone to
   * @param close takes the pane away
   */
  public HistoryView(HistoryViewModel model, Consumer<String> went, Runnable close) {
    this.model = model;
    this.went = went;
    this.close = close;
    getStyleClass().add("fl-history");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, HistoryView.class, "history.css");
              }
            });
    list = new ListView<>(model.lines());
    list.getStyleClass().add("fl-history-list");
    list.accessibleTextProperty().bind(Words.bind("steps"));
    list.setCellFactory(view -> new StepCell(this::goTo));
    list.setPlaceholder(empty());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox foot = foot();
    getChildren().addAll(head(), list, foot);
    model.presentProperty().subscribe(at -> showPresent(at.intValue()));
    Runnable told =
        () -> {
          foot.setVisible(!model.lines().isEmpty());
          foot.setManaged(foot.isVisible());
        };
    model.lines().addListener((ListChangeListener<Line>) change -> told.run());
    told.run();
  }

  private HBox head() {
    Label title = Controls.label("", "fl-bold");
    title.textProperty().bind(Words.bind("title"));
    Button away = Controls.iconOnly(Feather.X, Words.bind("close"));
    away.setOnAction(e -> close.run());
    HBox head = new HBox(Icons.of(Feather.CLOCK), title, Controls.spacer(), away);
    head.getStyleClass().add("fl-pane-head");
    return head;
  }

  private static VBox empty() {
    Label none = Controls.label("", "fl-bold");
    none.textProperty().bind(Words.bind("none"));
    Label hint = Controls.label("", "fl-muted", "fl-small");
    hint.textProperty().bind(Words.bind("none.hint"));
    hint.setWrapText(true);
    VBox empty = new VBox(none, hint);
    empty.getStyleClass().add("fl-history-empty");
    return empty;
  }

  private static HBox foot() {
    Label hint = Controls.label("", "fl-muted", "fl-small");
    hint.textProperty().bind(Words.bind("hint"));
    HBox foot = new HBox(Controls.key("Enter"), hint);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("fl-history-foot");
    return foot;
  }

  private void showPresent(int at) {
    if (at >= 0) {
      list.getSelectionModel().select(at);
      list.getFocusModel().focus(at);
      list.scrollTo(Math.max(0, at - 2));
    }
  }

  private void key(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (plain && event.getCode() == KeyCode.ENTER) {
      goTo(list.getSelectionModel().getSelectedItem());
      event.consume();
    } else if (plain && event.getCode() == KeyCode.ESCAPE) {
      close.run();
      event.consume();
    }
  }

  private void goTo(@Nullable Line line) {
    if (line != null && model.goTo(line)) {
      went.accept(line.label());
    }
  }

  /** Gives the list of steps the keyboard. */
  public void focusSteps() {
    list.requestFocus();
  }
}
