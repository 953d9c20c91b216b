package fieldloom.ui.preview;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pane that shows what the sample becomes; changed lines say what they were. */
public final class PreviewView extends VBox {
  static final Texts TEXTS = Texts.of(PreviewView.class);
  private static final int FAILURES_SHOWN = 5;

  private final PreviewViewModel model;
  private final VBox strips = new VBox();

  public PreviewView(PreviewViewModel model) {
    this.model = model;
    getStyleClass().add("fl-preview");
    getStylesheets().add(Theme.css(PreviewView.class, "preview.css"));
    ListView<JsonLine> list = new ListView<>(model.lines());
    list.getStyleClass().add("fl-json");
    list.setCellFactory(view -> new JsonLineCell());
    list.accessibleTextProperty().bind(TEXTS.bind("output"));
    Label none = Controls.label("", "fl-muted");
    none.setWrapText(true);
    none.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> TEXTS.get(model.hasSample() ? "nothing" : "no-sample"),
                model.lines(),
                Texts.languageProperty()));
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(), strips, list);
    model.failures().addListener((ListChangeListener<String>) change -> showStrips());
    model.problemProperty().addListener((o, was, is) -> showStrips());
    showStrips();
    setMinWidth(320);
    setPrefWidth(540);
  }

  private HBox head() {
    ToggleGroup group = new ToggleGroup();
    HBox segments =
        new HBox(
            segment("output", PreviewViewModel.Shown.OUTPUT, group, "first"),
            segment("input", PreviewViewModel.Shown.INPUT, group, "last"));
    segments.getStyleClass().add("fl-segments");
    Label changed = Controls.chip("", Tone.WARNING);
    changed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> TEXTS.get("changed", model.changedProperty().get()),
                model.changedProperty(),
                Texts.languageProperty()));
    changed.visibleProperty().bind(model.changedProperty().greaterThan(0));
    changed.managedProperty().bind(changed.visibleProperty());
    Label failed = Controls.chip("", Tone.BAD);
    failed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> TEXTS.get("failed", model.failures().size()),
                model.failures(),
                Texts.languageProperty()));
    failed.visibleProperty().bind(Bindings.isNotEmpty(model.failures()));
    failed.managedProperty().bind(failed.visibleProperty());
    HBox head = new HBox(segments, changed, failed, Controls.spacer());
    if (model.targets().size() > 1) {
      ComboBox<String> target = new ComboBox<>();
      target.getItems().setAll(model.targets());
      target.valueProperty().bindBidirectional(model.targetProperty());
      target.getStyleClass().add("fl-field");
      target.accessibleTextProperty().bind(TEXTS.bind("target"));
      head.getChildren().add(target);
    }
    head.getStyleClass().add("fl-pane-head");
    head.setMinHeight(38);
    head.setPrefHeight(38);
    return head;
  }

  private ToggleButton segment(
      String key, PreviewViewModel.Shown shown, ToggleGroup group, String position) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(TEXTS.bind(key));
    button.accessibleTextProperty().bind(TEXTS.bind(key));
    button.getStyleClass().add(position);
    button.setToggleGroup(group);
    button.setSelected(model.shownProperty().get() == shown);
    button.setOnAction(
        e -> {
          button.setSelected(true);
          model.shownProperty().set(shown);
        });
    return button;
  }

  private void showStrips() {
    List<Node> shown = new ArrayList<>();
    String problem = model.problemProperty().get();
    if (!problem.isEmpty()) {
      shown.add(Strip.bad(problem));
    }
    model.failures().stream().limit(FAILURES_SHOWN).map(Strip::bad).forEach(shown::add);
    strips.getChildren().setAll(shown);
  }
}
