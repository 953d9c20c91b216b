package fieldloom.ui.preview;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Tone;
import fieldloom.ui.preview.PreviewViewModel.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What of the preview is shown, what the last edit did, and which record of the sample it is. */
final class PreviewHead extends HBox {
  private static final Texts TEXTS = PreviewView.TEXTS;

  private final PreviewViewModel model;
  private final Label changed = Controls.chip("", Tone.WARNING);
  private final Label failed = Controls.chip("", Tone.BAD);
  private final Button absent = new Button();
  private final Label took = Controls.label("", "fl-muted");
  private final Label record = Controls.label("", "fl-muted");
  private final Button previous = Controls.iconOnly(Feather.CHEVRON_LEFT, TEXTS.bind("previous"));
  private final Button next = Controls.iconOnly(Feather.CHEVRON_RIGHT, TEXTS.bind("next"));
  private final HBox steps = new HBox(previous, record, next);

  PreviewHead(PreviewViewModel model) {
    this.model = model;
    ToggleGroup group = new ToggleGroup();
    HBox segments =
        new HBox(
            segment("output", Shown.OUTPUT, group, "first"),
            segment("input", Shown.INPUT, group, "middle"),
            segment("both", Shown.BOTH, group, "middle"),
            segment("grid", Shown.SAMPLES, group, "last"));
    segments.getStyleClass().add("fl-segments");
    segments.setMinWidth(Region.USE_PREF_SIZE);
    absent.getStyleClass().setAll("fl-chip", Tone.BAD.styleClass(), "fl-chip-button");
    absent.setOnAction(e -> model.selectAbsent());
    previous.setOnAction(e -> model.step(-1));
    next.setOnAction(e -> model.step(1));
    steps.setAlignment(Pos.CENTER_LEFT);
    record.setMinWidth(Region.USE_PREF_SIZE);
    took.setMinWidth(Region.USE_PREF_SIZE);
    FlowPane left = new FlowPane(8, 4, segments, steps, changed, absent, failed);
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    getStyleClass().addAll("fl-pane-head", "fl-preview-head");
    setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(left, took);
    model.madeProperty().subscribe(made -> show());
    model.recordProperty().subscribe(number -> show());
    Texts.follow(this, PreviewHead::show);
  }

  private ToggleButton segment(String key, Shown shown, ToggleGroup group, String position) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(TEXTS.bind(key));
    button.accessibleTextProperty().bind(TEXTS.bind(key));
    button.getStyleClass().add(position);
    button.setToggleGroup(group);
    model.shownProperty().subscribe(now -> button.setSelected(now == shown));
    button.setOnAction(
        e -> {
          button.setSelected(true);
          model.shownProperty().set(shown);
        });
    return button;
  }

  private void show() {
    chip(changed, model.changed() > 0, TEXTS.get("changed", model.changed()));
    chip(failed, !model.failures().isEmpty(), TEXTS.get("failed", model.failures().size()));
    absent.setText(TEXTS.get("absent", model.absent()));
    absent.setAccessibleText(absent.getText());
    absent.setVisible(model.absent() > 0);
    absent.setManaged(model.absent() > 0);
    took.setText(model.hasSample() ? TEXTS.get("took", model.tookMs()) : "");
    int now = model.recordProperty().get();
    int records = model.records();
    record.setText(TEXTS.get("record", now + 1, records));
    steps.setVisible(records > 1);
    steps.setManaged(records > 1);
    previous.setDisable(now == 0);
    next.setDisable(now >= records - 1);
  }

  private static void chip(Label chip, boolean there, String text) {
    chip.setText(text);
    chip.setVisible(there);
    chip.setManaged(there);
  }
}
