package fieldloom.ui.trace;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the traced field is computed of, to be changed, and what is watched. */
final class InputsPane extends ScrollPane {
  private static final int SHOWN = 60;

  private final TraceViewModel model;
  private final VBox rows = new VBox();

  InputsPane(TraceViewModel model) {
    this.model = model;
    getStyleClass().add("fl-trace-inputs");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(rows);
    model.inputs().rows().subscribe(this::draw);
    model.watched().rows().subscribe(this::draw);
    model.tracing().changes().countProperty().subscribe(n -> draw());
    Texts.follow(this, InputsPane::draw);
    draw();
  }

  /** As high as what is in it, which a pane that scrolls does not wish to be by itself. */
  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + rows.prefHeight(width) + snappedBottomInset();
  }

  private void draw() {
    List<Node> made = new ArrayList<>();
    List<TraceInputs.Input> inputs = model.inputs().rows();
    int changed = model.tracing().changes().countProperty().get();
    if (!inputs.isEmpty() || changed > 0) {
      made.add(head(changed));
      inputs.stream().limit(SHOWN).map(this::input).forEach(made::add);
    }
    List<Watched.Row> watched = model.watched().rows();
    if (!watched.isEmpty()) {
      made.add(section("watches"));
      watched.stream().map(this::watch).forEach(made::add);
    }
    rows.getChildren().setAll(made);
    setVisible(!made.isEmpty());
    setManaged(!made.isEmpty());
  }

  private static HBox section(String key) {
    HBox head = new HBox(Controls.label(Words.get(key), "fl-bold", "fl-small"));
    head.getStyleClass().add("fl-trace-section");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox head(int changed) {
    HBox head = section("inputs");
    if (changed > 0) {
      Button reset =
          Controls.flat(
              new ReadOnlyStringWrapper(Words.get("inputs.reset")).getReadOnlyProperty(),
              Feather.ROTATE_CCW);
      reset.setOnAction(e -> model.inputs().resetAll());
      head.getChildren()
          .addAll(
              Controls.chip(Words.get("inputs.changed", changed), Tone.WARNING),
              Controls.spacer(),
              reset);
    }
    return head;
  }

  private HBox input(TraceInputs.Input input) {
    Label name = Controls.label(input.name(), "fl-mono", "fl-trace-name");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    InputField field = new InputField(model.inputs(), input);
    HBox row = row(name, field);
    if (input.changed()) {
      field.getStyleClass().add("changed");
      Button reset =
          Controls.iconOnly(
              Feather.ROTATE_CCW,
              new ReadOnlyStringWrapper(Words.get("input.reset", input.before()))
                  .getReadOnlyProperty());
      reset.setOnAction(e -> model.inputs().reset(input));
      row.getChildren().add(reset);
    }
    return row;
  }

  private HBox watch(Watched.Row watched) {
    Label name = Controls.label(watched.name(), "fl-mono", "fl-trace-name");
    name.setMinWidth(0);
    Label value = Controls.label(watched.value(), "fl-mono", "fl-bold");
    value.getStyleClass().add(watched.failed() ? "fl-bad" : "fl-trace-result");
    Button away =
        Controls.iconOnly(
            Feather.X,
            new ReadOnlyStringWrapper(Words.get("watch.remove", watched.field().name()))
                .getReadOnlyProperty());
    away.setOnAction(e -> model.watched().remove(watched));
    HBox row = row(name, Controls.spacer(), value, away);
    row.setAccessibleText(Words.get("watch.spoken", watched.name(), watched.value()));
    row.setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
    return row;
  }

  private static HBox row(Node... parts) {
    HBox row = new HBox(parts);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("fl-trace-line");
    return row;
  }
}
