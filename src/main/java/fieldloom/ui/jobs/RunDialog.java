package fieldloom.ui.jobs;

import fieldloom.model.Document;
import fieldloom.model.Job;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Asks what a run reads and writes and what a bad record does, then runs. */
public final class RunDialog extends Dialog {
  private final RunDialogModel model;
  private final Choosers choosers;
  private final Label problem = Controls.label("", "fl-bad", "fl-small");

  public RunDialog(RunDialogModel model, Choosers choosers, Consumer<Job> run) {
    super(RunWords.TEXTS.get("dialog.title", model.mapping().name()));
    this.model = model;
    this.choosers = choosers;
    model.inputs().forEach((name, text) -> body().getChildren().add(input(name, text)));
    for (Document target : model.mapping().targets()) {
      body().getChildren().add(output(target, model.outputs().get(target.name())));
    }
    Label folder =
        Controls.label(
            RunWords.TEXTS.get("dialog.folder", model.outputFolder()), "fl-muted", "fl-tiny");
    folder.setWrapText(true);
    body().getChildren().add(folder);
    TextField name = new TextField();
    name.textProperty().bindBidirectional(model.nameProperty());
    body().getChildren().addAll(onError(), row(RunWords.TEXTS.get("dialog.name"), dress(name)));
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    body().getChildren().add(problem);
    Button cancel = addButton(Controls.button(RunWords.TEXTS.get("dialog.cancel")));
    cancel.setOnAction(e -> close());
    Button go = addButton(Controls.primary(RunWords.TEXTS.get("dialog.run")));
    go.setAccessibleText(RunWords.TEXTS.get("dialog.start"));
    go.setDefaultButton(true);
    go.setOnAction(
        e -> {
          problem.setText(model.problem());
          if (problem.getText().isEmpty()) {
            close();
            run.accept(model.job());
          }
        });
    startAt(go);
  }

  private HBox input(String source, StringProperty text) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(model.samples());
    box.setEditable(true);
    box.getStyleClass().add("fl-field");
    box.getEditor().textProperty().bindBidirectional(text);
    box.setMaxWidth(Double.MAX_VALUE);
    String label = RunWords.TEXTS.get("dialog.input", source);
    box.getEditor().setAccessibleText(label);
    return row(
        label,
        box,
        choose(
            label,
            () -> choosers.open(RunWords.TEXTS.get("dialog.choose.input", source), List.of()),
            text));
  }

  private HBox output(Document target, @Nullable StringProperty kept) {
    StringProperty text = Objects.requireNonNull(kept);
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    String label = RunWords.TEXTS.get("dialog.output", target.name());
    field.setAccessibleText(label);
    return row(
        label,
        dress(field),
        choose(
            label,
            () ->
                choosers.save(
                    RunWords.TEXTS.get("dialog.choose.output", target.name()),
                    model.outputName(target),
                    List.of()),
            text));
  }

  private static TextField dress(TextField field) {
    field.getStyleClass().add("fl-field");
    field.setMaxWidth(Double.MAX_VALUE);
    return field;
  }

  private static Button choose(String label, Supplier<Optional<Path>> asked, StringProperty text) {
    Button button = Controls.button(RunWords.TEXTS.get("dialog.choose"), Feather.FOLDER);
    button.setAccessibleText(label + ": " + RunWords.TEXTS.get("dialog.choose"));
    button.setOnAction(e -> asked.get().ifPresent(path -> text.set(path.toString())));
    return button;
  }

  private HBox onError() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton stop = segment("dialog.stop", Job.OnError.STOP, group, "first");
    ToggleButton skip = segment("dialog.skip", Job.OnError.SKIP, group, "last");
    HBox segments = new HBox(stop, skip);
    segments.getStyleClass().add("fl-segments");
    HBox row = row(RunWords.TEXTS.get("dialog.on-error"), segments);
    HBox.setHgrow(segments, Priority.NEVER);
    return row;
  }

  private ToggleButton segment(String key, Job.OnError value, ToggleGroup group, String position) {
    ToggleButton button = new ToggleButton(RunWords.TEXTS.get(key));
    button.getStyleClass().add(position);
    button.setToggleGroup(group);
    button.setSelected(model.onErrorProperty().get() == value);
    button.setAccessibleText(RunWords.TEXTS.get("dialog.on-error") + " " + button.getText());
    button.setOnAction(
        e -> {
          button.setSelected(true);
          model.onErrorProperty().set(value);
        });
    return button;
  }

  private static HBox row(String label, javafx.scene.Node... nodes) {
    Label text = Controls.label(label, "fl-muted");
    text.setMinWidth(104);
    text.setPrefWidth(104);
    text.setWrapText(true);
    HBox row = new HBox(8, text);
    row.getChildren().addAll(nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(nodes[0], Priority.ALWAYS);
    VBox.setVgrow(row, Priority.NEVER);
    return row;
  }
}
