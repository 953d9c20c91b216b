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
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The pane of all steps, the newest first; a click or Enter goes to one. Beside them the versions.
 */
public final class HistoryView extends VBox {
  private final HistoryViewModel model;
  private final Consumer<String> went;
  private final Runnable close;
  private final ListView<Line> list;
  private final VersionsViewModel versions;
  private final VersionsPane saved;
  private final VBox steps;
  private final ToggleButton stepsOn = new ToggleButton();
  private final ToggleButton savedOn = new ToggleButton();

  /**
   * @param went is told the name of the step that was gone to
   * @param close takes the pane away
   */
  public HistoryView(
      HistoryViewModel model, VersionsViewModel versions, Consumer<String> went, Runnable close) {
    this.model = model;
    this.versions = versions;
    this.saved = new VersionsPane(versions, went);
    this.went = went;
    this.close = close;
    getStyleClass().add("fl-history");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, HistoryView.class, "history.css");
              }
              versions.setShown(scene != null && savedOn.isSelected());
            });
    list = new ListView<>(model.lines());
    list.getStyleClass().add("fl-history-list");
    list.accessibleTextProperty().bind(Words.bind("steps"));
    list.setCellFactory(view -> new StepCell(this::goTo));
    list.setPlaceholder(empty());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // Lists keep the key to themselves.
    addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox foot = foot();
    steps = new VBox(list, foot);
    VBox.setVgrow(steps, Priority.ALWAYS);
    VBox.setVgrow(saved, Priority.ALWAYS);
    getChildren().addAll(head(), steps, saved);
    show(false);
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
    HBox parts = new HBox(part(stepsOn, "part.steps"), part(savedOn, "part.versions"));
    parts.getStyleClass().add("fl-segments");
    stepsOn.getStyleClass().add("first");
    savedOn.getStyleClass().add("last");
    stepsOn.setOnAction(e -> show(false));
    savedOn.setOnAction(e -> show(true));
    HBox head = new HBox(Icons.of(Feather.CLOCK), title, parts, Controls.spacer(), away);
    head.getStyleClass().add("fl-pane-head");
    return head;
  }

  private static ToggleButton part(ToggleButton button, String key) {
    button.textProperty().bind(Words.bind(key));
    button.accessibleTextProperty().bind(Words.bind(key));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** Shows the saved versions, or the steps. */
  private void show(boolean versionsToo) {
    stepsOn.setSelected(!versionsToo);
    savedOn.setSelected(versionsToo);
    steps.setVisible(!versionsToo);
    steps.setManaged(!versionsToo);
    saved.setVisible(versionsToo);
    saved.setManaged(versionsToo);
    versions.setShown(versionsToo && getScene() != null);
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
    }
  }

  private void leave(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
      event.consume();
    }
  }

  private void goTo(@Nullable Line line) {
    if (line != null && model.goTo(line)) {
      went.accept(line.label());
    }
  }

  /** Gives the list that is shown the keyboard. */
  public void focusSteps() {
    if (savedOn.isSelected()) {
      saved.focusVersions();
    } else {
      list.requestFocus();
    }
  }
}
