package fieldloom.ui.history;

import fieldloom.ui.history.VersionsViewModel.Line;
import fieldloom.ui.history.VersionsViewModel.Told;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The saved versions, and below what changed since the one that is chosen, or between two. */
final class VersionsPane extends VBox {
  private final VersionsViewModel model;
  private final ListView<Line> versions;
  private final ListView<Told> changes;

  /**
   * @param restored is told the name of the step that brought a version back
   */
  VersionsPane(VersionsViewModel model, Consumer<String> restored) {
    this.model = model;
    versions = new ListView<>(model.lines());
    versions.getStyleClass().add("fl-history-list");
    versions.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    versions.accessibleTextProperty().bind(Words.bind("versions.list"));
    versions.setCellFactory(view -> new VersionCell());
    versions.setPlaceholder(placeholder("versions.none"));
    versions
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<Line>) change -> chosen());
    changes = new ListView<>(model.changes());
    changes.getStyleClass().addAll("fl-history-list", "fl-change-list");
    changes.accessibleTextProperty().bind(Words.bind("changes.list"));
    changes.setCellFactory(ChangeCell::new);
    changes.setPlaceholder(placeholder("changes.none"));
    changes.setOnMouseClicked(e -> select());
    changes.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox below = new VBox(compared(restored), changes);
    VBox.setVgrow(changes, Priority.ALWAYS);
    SplitPane parts = new SplitPane(versions, below);
    parts.setOrientation(Orientation.VERTICAL);
    parts.setDividerPositions(0.4);
    VBox.setVgrow(parts, Priority.ALWAYS);
    Label hint = Controls.label("", "fl-muted", "fl-small");
    hint.textProperty().bind(Words.bind("versions.hint"));
    hint.setWrapText(true);
    HBox foot = new HBox(hint);
    foot.getStyleClass().add("fl-history-foot");
    getChildren().addAll(parts, foot);
  }

  private static Label placeholder(String key) {
    Label label = Controls.label("", "fl-muted", "fl-small");
    label.textProperty().bind(Words.bind(key));
    label.setWrapText(true);
    label.getStyleClass().add("fl-history-nothing");
    return label;
  }

  private VBox compared(Consumer<String> restored) {
    Label title = Controls.label("", "fl-bold", "fl-small");
    title.textProperty().bind(model.titleProperty());
    title.setWrapText(true);
    Button restore = Controls.button(Words.bind("restore"), Feather.ROTATE_CCW);
    restore.setOnAction(
        e -> {
          String step = model.restore();
          if (step != null) {
            restored.accept(step);
          }
        });
    restore
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.chosen() == null || model.changes().isEmpty(),
                model.changes(),
                model.titleProperty()));
    VBox bar = new VBox(6, title, restore);
    bar.getStyleClass().add("fl-versions-bar");
    return bar;
  }

  private void chosen() {
    List<Line> lines =
        versions.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    model.choose(lines);
  }

  private void select() {
    Told told = changes.getSelectionModel().getSelectedItem();
    if (told != null) {
      model.select(told);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      select();
      event.consume();
    }
  }

  /** Gives the list of versions the keyboard. */
  void focusVersions() {
    versions.requestFocus();
  }

  /** A version's number and when it was saved. */
  private static final class VersionCell extends ListCell<Line> {
    private final Label name = Controls.label("", "fl-step-name");
    private final Label time = Controls.label("", "fl-muted", "fl-mono");
    private final HBox row =
        new HBox(8, Icons.small(Feather.GIT_COMMIT), name, Controls.spacer(), time);

    VersionCell() {
      setPrefWidth(0);
      row.setAlignment(Pos.CENTER_LEFT);
      time.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      if (line == null || empty) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      name.setText(Words.get("version", line.version()));
      time.setText(line.time());
      setGraphic(row);
      setAccessibleText(name.getText() + ", " + line.time());
    }
  }
}
