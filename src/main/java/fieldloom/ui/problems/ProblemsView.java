package fieldloom.ui.problems;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.kit.Tone;
import fieldloom.ui.session.Values;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dock of problems: one a line; choosing one leads to its field. */
public final class ProblemsView extends VBox {
  private final ProblemsViewModel model;
  private final ListView<ProblemsViewModel.Entry> list = new ListView<>();
  private final Label errors = Controls.chip("", Tone.BAD);
  private final Label warnings = Controls.chip("", Tone.WARNING);

  public ProblemsView(ProblemsViewModel model) {
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
    HBox head =
        new HBox(
            Icons.of(Feather.ALERT_TRIANGLE),
            title,
            errors,
            warnings,
            Controls.spacer(),
            Controls.key("F8"),
            next);
    head.getStyleClass().add("fl-pane-head");
    Label empty = Controls.label("", "fl-muted");
    empty.textProperty().bind(Words.bind("none"));
    list.setPlaceholder(empty);
    list.accessibleTextProperty().bind(Words.bind("title"));
    list.setItems(model.entries());
    list.setFixedCellSize(30);
    list.setCellFactory(l -> new Cell());
    list.getStyleClass().add("fl-problem-list");
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
    model.entries().addListener((ListChangeListener<ProblemsViewModel.Entry>) c -> count());
    count();
  }

  private void showSelected(int at) {
    if (at >= 0) {
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 2));
    }
  }

  private void count() {
    long wrong = model.entries().stream().filter(ProblemsViewModel.Entry::error).count();
    long odd = model.entries().size() - wrong;
    show(errors, Values.count(wrong, "error"), wrong);
    show(warnings, Values.count(odd, "warning"), odd);
  }

  private static void show(Label chip, String text, long n) {
    chip.setText(text);
    chip.setVisible(n > 0);
    chip.setManaged(n > 0);
  }

  public ProblemsViewModel model() {
    return model;
  }

  /** One problem: mark, field, message, remedy. */
  private static final class Cell extends ListCell<ProblemsViewModel.Entry> {
    private final FontIcon mark = Icons.small(Feather.ALERT_TRIANGLE);
    private final Label place = Controls.label("", "fl-mono");
    private final Label message = new Label();
    private final Label remedy = Controls.label("", "fl-muted");
    private final HBox row = new HBox(8, mark, place, message, remedy);

    Cell() {
      row.setAlignment(Pos.CENTER_LEFT);
      place.setMinWidth(240);
      place.setMaxWidth(240);
      message.setMinWidth(USE_PREF_SIZE);
      mark.getStyleClass().add("fl-problem-mark");
    }

    @Override
    protected void updateItem(ProblemsViewModel.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (entry == null || empty) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      mark.setIconCode(entry.error() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE);
      row.getStyleClass().setAll(entry.error() ? "fl-bad" : "fl-warn");
      place.setText(entry.place() + (entry.position().isEmpty() ? "" : "  " + entry.position()));
      message.setText(entry.onSample() ? Words.get("sample", entry.message()) : entry.message());
      remedy.setText(entry.remedy());
      setGraphic(row);
      setAccessibleText(
          Words.get(entry.error() ? "error" : "warning", entry.place(), entry.message()));
    }
  }
}
