package fieldloom.ui.jobs;

import fieldloom.model.RecordError;
import fieldloom.store.Store.Run;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Theme;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Jobs and their runs: the list at the left, what one run did at the right. */
public final class JobsView extends BorderPane {
  private final JobsViewModel model;
  private final HBox content;
  private final VBox empty;

  /**
   * @param newRun what starts the first run, for the button of the empty screen
   * @param keepCases keeps records that a run failed as test cases of its mapping
   */
  public JobsView(
      JobsViewModel model, Runnable newRun, BiConsumer<Run, List<RecordError>> keepCases) {
    this.model = model;
    getStyleClass().add("fl-jobs");
    getStylesheets().add(Theme.css(JobsView.class, "jobs.css"));
    RunPane run = new RunPane(model);
    ErrorsPane errors = new ErrorsPane(model, keepCases);
    VBox right = new VBox(run, errors);
    VBox.setVgrow(errors, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    content = new HBox(new JobList(model), right);
    empty = empty(newRun);
    setCenter(new StackPane(content, empty));
    model.entries().addListener((ListChangeListener<JobEntry>) change -> choose());
    model.problemProperty().addListener((o, was, is) -> showProblem(is));
    choose();
  }

  private void choose() {
    boolean none = model.entries().isEmpty();
    content.setVisible(!none);
    empty.setVisible(none);
  }

  private void showProblem(String sentence) {
    if (sentence.isEmpty()) {
      setTop(null);
      return;
    }
    Button again = Controls.button(RunWords.TEXTS.bind("retry"), Feather.REFRESH_CW);
    again.setOnAction(e -> model.refresh());
    setTop(Strip.bad(sentence, again));
  }

  private static VBox empty(Runnable newRun) {
    Label sentence = Controls.label("", "fl-muted");
    sentence.textProperty().bind(RunWords.TEXTS.bind("empty"));
    Button first = Controls.primary(RunWords.TEXTS.bind("empty.run"), Feather.PLAY);
    first.setOnAction(e -> newRun.run());
    VBox box = new VBox(16, Icons.large(Feather.PLAY_CIRCLE), sentence, first);
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
