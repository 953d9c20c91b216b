package fieldloom.ui.samples;

import fieldloom.generate.SampleKind;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Theme;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks what sample is to be made up from the schema of a source, and shows how it begins. */
public final class GenerateDialog extends Dialog {
  private final GenerateViewModel model;

  /**
   * For a source.
   *
   * @param add takes what was made
   */
  public GenerateDialog(GenerateViewModel model, Consumer<GenerateViewModel.Made> add) {
    super(Words.get("generate.title", model.source()));
    this.model = model;
    getStyleClass().add("fl-generate-dialog");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, GenerateDialog.class, "samples.css");
              }
            });
    TextField count = field("generate.count", model.countProperty());
    TextField seed = field("generate.seed", model.seedProperty());
    Button another = Controls.iconOnly(Feather.SHUFFLE, Words.TEXTS.bind("generate.another"));
    another.setOnAction(e -> model.anotherSeed());
    HBox numbers = new HBox(8, count, label("generate.seed"), seed, another, Controls.spacer());
    numbers.getChildren().addAll(label("generate.language"), languages());
    numbers.setAlignment(Pos.CENTER_LEFT);
    Label problem = Controls.label("", "fl-bad", "fl-small");
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    problem.setWrapText(true);
    Loading loading =
        new Loading(model.busyProperty(), new SimpleStringProperty(Words.get("generate.making")));
    Label hint = Controls.label(Words.get("generate.hint"), "fl-muted", "fl-small");
    hint.setWrapText(true);
    TextArea preview = preview();
    VBox.setVgrow(preview, Priority.ALWAYS);
    body()
        .getChildren()
        .addAll(
            row("generate.count", numbers, Pos.CENTER_LEFT),
            row("generate.kind", kinds(), Pos.BASELINE_LEFT),
            hint);
    body().getChildren().addAll(label("generate.preview"), loading, preview, problem);
    Button cancel = addButton(Controls.button(Words.get("cancel")));
    cancel.setOnAction(e -> close());
    Button go = addButton(Controls.primary(Words.get("generate.add")));
    go.setAccessibleText(Words.get("generate.add.spoken"));
    go.setDefaultButton(true);
    go.disableProperty().bind(model.problemProperty().isNotEmpty());
    go.setOnAction(
        e ->
            model.make(
                made -> {
                  close();
                  add.accept(made);
                }));
    startAt(count);
  }

  private TextArea preview() {
    TextArea preview = new TextArea();
    preview.setEditable(false);
    preview.getStyleClass().addAll("fl-mono", "fl-generate-preview");
    preview.setAccessibleText(Words.get("generate.preview"));
    preview.textProperty().bind(model.previewProperty());
    return preview;
  }

  private FlowPane kinds() {
    FlowPane boxes = new FlowPane(16, 6);
    for (SampleKind kind : SampleKind.values()) {
      CheckBox box = new CheckBox(Words.get("kind." + kind.label()));
      box.selectedProperty().bindBidirectional(model.wanted(kind));
      box.setAccessibleText(box.getText());
      boxes.getChildren().add(box);
    }
    return boxes;
  }

  private HBox languages() {
    ToggleGroup group = new ToggleGroup();
    HBox segments =
        new HBox(
            language("generate.english", false, group, "first"),
            language("generate.chinese", true, group, "last"));
    segments.getStyleClass().add("fl-segments");
    segments.setMinWidth(USE_PREF_SIZE);
    return segments;
  }

  private ToggleButton language(String key, boolean chinese, ToggleGroup group, String place) {
    ToggleButton button = new ToggleButton(Words.get(key));
    button.getStyleClass().add(place);
    button.setToggleGroup(group);
    button.setSelected(model.chineseProperty().get() == chinese);
    button.setAccessibleText(Words.get("generate.language") + " " + button.getText());
    button.setOnAction(
        e -> {
          button.setSelected(true);
          model.chineseProperty().set(chinese);
        });
    return button;
  }

  private static TextField field(String key, StringProperty text) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    field.getStyleClass().addAll("fl-field", "fl-generate-number");
    field.setAccessibleText(Words.get(key));
    return field;
  }

  private static Label label(String key) {
    Label label = Controls.label(Words.get(key), "fl-muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static HBox row(String key, Node node, Pos alignment) {
    Label text = Controls.label(Words.get(key), "fl-muted", "fl-generate-label");
    HBox row = new HBox(8, text, node);
    row.setAlignment(alignment);
    HBox.setHgrow(node, Priority.ALWAYS);
    return row;
  }
}
