package fieldloom.ui.samples;

import fieldloom.generate.Masking;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Theme;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows which fields of a sample hold personal data and what stands for it, before it is kept. */
public final class MaskDialog extends Dialog {
  /**
   * For a sample.
   *
   * @param keep takes what is to be kept
   */
  public MaskDialog(MaskViewModel model, Consumer<byte[]> keep) {
    super(Words.get("mask.title", model.fileName()));
    getStyleClass().add("fl-mask-dialog");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, MaskDialog.class, "samples.css");
              }
            });
    Label intro = Controls.label(Words.get("mask.intro"), "fl-muted");
    intro.setWrapText(true);
    intro.setMinHeight(USE_PREF_SIZE);
    Button all = Controls.button(Words.get("mask.all"));
    all.setOnAction(e -> model.tickAll(true));
    Button none = Controls.button(Words.get("mask.none"));
    none.setOnAction(e -> model.tickAll(false));
    Label problem = Controls.label("", "fl-bad", "fl-small");
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    problem.setWrapText(true);
    body().getChildren().addAll(intro, new HBox(8, all, none), grid(model), problem);
    Button cancel = addButton(Controls.button(Words.get("cancel")));
    cancel.setOnAction(e -> close());
    Button go = addButton(Controls.primary(Words.get("mask.keep")));
    go.setAccessibleText(Words.get("mask.keep.spoken"));
    go.setDefaultButton(true);
    go.setOnAction(
        e ->
            model.keep(
                content -> {
                  close();
                  keep.accept(content);
                }));
    startAt(go);
  }

  private static GridPane grid(MaskViewModel model) {
    GridPane grid = new GridPane(16, 6);
    grid.getStyleClass().add("fl-mask-grid");
    ColumnConstraints field = new ColumnConstraints();
    field.setHgrow(Priority.SOMETIMES);
    ColumnConstraints kind = new ColumnConstraints();
    ColumnConstraints count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    ColumnConstraints before = new ColumnConstraints();
    before.setHgrow(Priority.ALWAYS);
    ColumnConstraints after = new ColumnConstraints();
    after.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(field, kind, count, before, after);
    String[] heads = {"mask.field", "mask.kind", "mask.count", "mask.before", "mask.after"};
    for (int i = 0; i < heads.length; i++) {
      grid.add(Controls.label(Words.get(heads[i]), "fl-muted", "fl-small"), i, 0);
    }
    int row = 1;
    for (MaskViewModel.Item item : model.items()) {
      Masking.Found found = item.found();
      CheckBox tick = new CheckBox(found.path());
      tick.selectedProperty().bindBidirectional(item.ticked());
      tick.setAccessibleText(
          Words.get("mask.tick", found.path(), kind(found), found.before(), found.after()));
      grid.add(tick, 0, row);
      grid.add(Controls.label(kind(found)), 1, row);
      grid.add(Controls.label(String.valueOf(found.values()), "fl-mono"), 2, row);
      grid.add(value(found.before()), 3, row);
      grid.add(value(found.after()), 4, row);
      row++;
    }
    VBox.setVgrow(grid, Priority.ALWAYS);
    return grid;
  }

  private static Label value(String text) {
    Label label = Controls.label(text, "fl-mono", "fl-mask-value");
    label.setMinWidth(0);
    return label;
  }

  private static String kind(Masking.Found found) {
    return found.within()
        ? Words.get("mask.within")
        : Words.get("meaning." + found.meaning().name().toLowerCase(Locale.ROOT));
  }
}
