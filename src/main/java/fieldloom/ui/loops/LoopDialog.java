package fieldloom.ui.loops;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.FormulaScope;
import fieldloom.ui.session.LoopProbe;
import fieldloom.ui.session.LoopProbe.Step;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Edits a loop, or what the records of the driving source go through. Enter applies. */
public final class LoopDialog extends Dialog {
  private final LoopViewModel model;
  private final LoopFields fields;
  private final VBox sections = new VBox(14);
  private final Label complaint = Controls.label("", "fl-bad", "fl-small");
  private final Label counts = Controls.label("", "fl-muted", "fl-small");
  private final Button apply = Controls.primary(Words.get("apply"));

  /**
   * @param formulas makes the fields of formulas, which propose over a pane
   */
  public LoopDialog(
      LoopViewModel model, BiFunction<Supplier<FormulaScope>, Pane, ProposingField> formulas) {
    super(Words.get(model.isSource() ? "title.source" : "title", model.name()));
    this.model = model;
    getStyleClass().add("fl-loop-dialog");
    fields = new LoopFields(model, formulas, this::apply);
    complaint.setWrapText(true);
    complaint.setMinHeight(USE_PREF_SIZE);
    counts.setWrapText(true);
    counts.setMinHeight(USE_PREF_SIZE);
    body().getChildren().add(sections);
    for (Label label : new Label[] {counts, complaint}) {
      label.managedProperty().bind(label.textProperty().isNotEmpty());
      getChildren().add(getChildren().size() - 1, label);
    }
    getChildren().add(fields.proposals());
    fields.proposals().setManaged(false);
    layoutBoundsProperty()
        .subscribe(b -> fields.proposals().resizeRelocate(0, 0, b.getWidth(), b.getHeight()));
    Button cancel = addButton(Controls.button(Words.get("cancel")));
    cancel.setOnAction(e -> close());
    apply.setDefaultButton(true);
    apply.setOnAction(e -> apply());
    addButton(apply);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, LoopDialog.class, "loops.css");
              }
            });
    model.shapeProperty().subscribe(s -> build());
    model.typedProperty().subscribe(e -> check());
    model.countsProperty().subscribe(this::say);
    startAt(fields.first());
  }

  private void build() {
    sections.getChildren().setAll(fields.build());
    check();
  }

  private void check() {
    Map<Spot, String> faults = model.faults();
    fields.mark(faults.keySet());
    complaint.setText(faults.values().stream().findFirst().orElse(""));
    apply.setDisable(!faults.isEmpty());
  }

  private void say(LoopProbe.Counts now) {
    if (!now.fault().isEmpty()) {
      counts.setText(now.fault());
      counts.getStyleClass().setAll("label", "fl-small", "fl-warn");
      return;
    }
    counts.getStyleClass().setAll("label", "fl-small", "fl-muted");
    counts.setText(now.items().isEmpty() ? "" : sentence(now));
  }

  /** What comes of the sample, of each step only what it changes. */
  private String sentence(LoopProbe.Counts now) {
    StringBuilder text = new StringBuilder(Words.get("count.read", now.behind(Step.READ)));
    add(text, !model.typed().join().isEmpty(), "count.joined", now.behind(Step.JOINED));
    add(text, isSaid(model.typed().where()), "count.passed", now.behind(Step.PASSED));
    add(text, model.typed().distinct() != null, "count.distinct", now.behind(Step.DISTINCT));
    add(text, model.typed().groupBy() != null, "count.groups", now.behind(Step.GROUPED));
    return text.toString();
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static void add(StringBuilder text, boolean does, String key, long count) {
    if (does) {
      text.append(Words.get("count.then")).append(Words.get(key, count));
    }
  }

  private void apply() {
    if (model.apply()) {
      close();
    }
  }
}
