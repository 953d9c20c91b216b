package fieldloom.ui.jobs;

import fieldloom.store.Store.Run;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The last runs of a job as bars, the newest at the right: height is records written, a red cap
 * stands for errors (not to scale). A bar is a button that shows its run.
 */
final class HistoryBars extends VBox {
  private static final int AT_MOST = 36;
  private static final double FULL_PX = 64;
  private static final double LEAST_PX = 3;
  private static final double CAP_PX = 8;

  private final JobsViewModel model;
  private final Label about = Controls.label("", "fl-small", "fl-muted");
  private final HBox bars = new HBox(6);
  private @Nullable JobEntry drawn;
  private @Nullable Run marked;

  HistoryBars(JobsViewModel model) {
    this.model = model;
    getStyleClass().add("fl-history");
    Label heading = Controls.label("", "fl-bold");
    heading.textProperty().bind(RunWords.TEXTS.bind("history"));
    HBox head =
        new HBox(
            8,
            heading,
            about,
            Controls.spacer(),
            legend("good", "history.written"),
            legend("bad", "history.errors"));
    head.setAlignment(Pos.CENTER_LEFT);
    bars.getStyleClass().add("fl-history-bars");
    bars.setAlignment(Pos.BOTTOM_LEFT);
    getChildren().addAll(head, bars);
    model.selectedProperty().addListener((o, was, is) -> draw(false));
    model.runProperty().addListener((o, was, is) -> draw(false));
    Texts.follow(this, bars -> bars.draw(true));
    draw(true);
  }

  private static HBox legend(String tone, String key) {
    Region dot = new Region();
    dot.getStyleClass().addAll("fl-dot", tone);
    Label text = Controls.label("", "fl-small", "fl-muted");
    text.textProperty().bind(RunWords.TEXTS.bind(key));
    HBox box = new HBox(6, dot, text);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private void draw(boolean anyway) {
    JobEntry entry = model.selectedProperty().get();
    Run run = model.runProperty().get();
    if (!anyway && entry == drawn && run == marked) {
      return;
    }
    drawn = entry;
    marked = run;
    bars.getChildren().clear();
    List<Run> runs = entry == null ? List.of() : entry.runs();
    about.setText(RunWords.TEXTS.get("history.about", runs.size()));
    long most =
        Math.max(
            1, runs.stream().limit(AT_MOST).mapToLong(r -> r.counts().written()).max().orElse(1));
    for (int i = Math.min(AT_MOST, runs.size()) - 1; i >= 0; i--) {
      bars.getChildren().add(bar(runs.get(i), most, runs.get(i).equals(run)));
    }
  }

  private ToggleButton bar(Run run, long most, boolean selected) {
    VBox column = new VBox(1);
    column.setAlignment(Pos.BOTTOM_CENTER);
    if (run.counts().failed() > 0 || RunWords.tone(run).styleClass().equals("bad")) {
      column.getChildren().add(block("bad", CAP_PX));
    }
    column
        .getChildren()
        .add(block("good", Math.max(LEAST_PX, FULL_PX * run.counts().written() / most)));
    ToggleButton button = new ToggleButton("", column);
    button.getStyleClass().add("fl-history-bar");
    button.setSelected(selected);
    button.setMaxWidth(34);
    HBox.setHgrow(button, Priority.ALWAYS);
    String words =
        RunWords.TEXTS.get(
            "history.bar",
            String.valueOf(run.id()),
            RunWords.state(run),
            RunWords.moment(run.started()),
            RunWords.count(run.counts().written()),
            RunWords.count(run.counts().failed()),
            RunWords.took(run, Instant.now()));
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(
        e -> {
          button.setSelected(true);
          model.runProperty().set(run);
        });
    return button;
  }

  private static Region block(String tone, double heightPx) {
    Region block = new Region();
    block.getStyleClass().addAll("fl-history-block", tone);
    block.setMinHeight(heightPx);
    block.setMaxHeight(heightPx);
    return block;
  }
}
