package fieldloom.ui.problems;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.problems.ProblemsViewModel.Group;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The dock of problems by kind, one a line: choosing one leads to its field, Alt Enter shows what
 * mends it.
 */
public final class ProblemsView extends VBox {
  private final ProblemsViewModel model;
  private final ListView<Line> list = new ListView<>();

  /**
   * @param dialogs shows a dialog over the window
   */
  public ProblemsView(ProblemsViewModel model, Consumer<Dialog> dialogs) {
    this.model = model;
    getStyleClass().add("fl-problems");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, ProblemsView.class, "problems.css");
              }
            });
    Label title = Controls.label("", "fl-bold");
    title.textProperty().bind(Words.bind("title"));
    Label next = Controls.label("", "fl-muted", "fl-small");
    next.textProperty().bind(Words.bind("next"));
    Label fixes = Controls.label("", "fl-muted", "fl-small");
    fixes.textProperty().bind(Words.bind("fixes.key"));
    HBox head =
        new HBox(
            Icons.of(Feather.ALERT_TRIANGLE),
            title,
            toggle(Group.ERRORS, Feather.X_CIRCLE),
            toggle(Group.WARNINGS, Feather.ALERT_TRIANGLE),
            toggle(Group.ACCEPTED, Feather.CHECK_CIRCLE),
            Controls.spacer(),
            Controls.key("F8"),
            next,
            Controls.key("Alt Enter"),
            fixes);
    head.getStyleClass().add("fl-pane-head");
    Label empty = Controls.label("", "fl-muted");
    empty.textProperty().bind(Words.bind("none"));
    list.setPlaceholder(empty);
    list.accessibleTextProperty().bind(Words.bind("title"));
    list.setItems(model.lines());
    list.setCellFactory(
        l ->
            new ProblemCell(
                model,
                entry ->
                    dialogs.accept(
                        new AcceptDialog(entry, reason -> model.accept(entry, reason)))));
    list.getStyleClass().add("fl-problem-list");
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            at -> {
              if (at.intValue() >= 0 && at.intValue() != model.selectedProperty().get()) {
                model.goTo(at.intValue());
              }
            });
    model.selectedProperty().subscribe(at -> showSelected(at.intValue()));
    Texts.follow(list, ListView::refresh);
  }

  /** Enter or Alt Enter on a line shows what mends it. */
  private void key(KeyEvent event) {
    boolean asks = event.getCode() == KeyCode.ENTER;
    if (asks && list.getSelectionModel().getSelectedItem() instanceof Line.Entry entry) {
      event.consume();
      model.offer(entry);
    }
  }

  private ToggleButton toggle(Group group, Feather icon) {
    String key = "group." + group.name().toLowerCase(Locale.ROOT);
    ToggleButton button =
        Controls.toggle(
            Bindings.createStringBinding(
                () -> Words.get(key, model.countProperty(group).get()),
                model.countProperty(group),
                Texts.languageProperty()),
            icon);
    button.selectedProperty().bindBidirectional(model.shownProperty(group));
    return button;
  }

  private void showSelected(int at) {
    if (at >= 0) {
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 2));
    }
  }

  public ProblemsViewModel model() {
    return model;
  }
}
