package fieldloom.ui.jobs;

import fieldloom.model.Job;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Texts;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The selected job with one of its runs: state, three stations with counts, history. */
final class RunPane extends VBox {
  private final JobsViewModel model;
  private final Label name = Controls.label("", "fl-heading");
  private final Label about = Controls.label("", "fl-small", "fl-muted");
  private final Label state = Controls.label("", "fl-chip");
  private final Label title = Controls.label("", "fl-bold");
  private final Label when = Controls.label("", "fl-small", "fl-muted");
  private final Label message = Controls.label("", "fl-bad");
  private final RunStations stations = new RunStations();
  private final ProgressBar bar = new ProgressBar();

  RunPane(JobsViewModel model) {
    this.model = model;
    getStyleClass().add("fl-run");
    name.setMinWidth(0);
    VBox names = new VBox(2, name, about);
    HBox.setHgrow(names, Priority.ALWAYS);
    names.setMinWidth(0);
    names.setAlignment(Pos.CENTER_LEFT);
    HBox head = new HBox(8, names, runAgain(), cancel());
    head.getStyleClass().add("fl-run-head");
    head.setAlignment(Pos.CENTER_LEFT);
    HBox line = new HBox(8, state, title, when);
    line.setAlignment(Pos.CENTER_LEFT);
    message.setWrapText(true);
    message.managedProperty().bind(message.visibleProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.managedProperty().bind(bar.visibleProperty());
    VBox body = new VBox(12, line, message, stations, bar);
    body.getStyleClass().add("fl-run-body");
    getChildren().addAll(head, body, new HistoryBars(model));
    model.selectedProperty().addListener((o, was, is) -> show());
    model.runProperty().addListener((o, was, is) -> show());
    model.movesProperty().addListener((o, was, is) -> show());
    Texts.follow(this, RunPane::show);
    show();
  }

  private StackPane runAgain() {
    Button again = Controls.button(RunWords.TEXTS.bind("again"), Feather.PLAY);
    again.setOnAction(
        e -> {
          JobEntry entry = model.selectedProperty().get();
          Job job = entry == null ? null : entry.job();
          if (job != null) {
            model.start(job);
          }
        });
    StringBinding reason =
        Bindings.createStringBinding(
            () -> {
              JobEntry entry = model.selectedProperty().get();
              if (model.activeOfSelectedProperty().get() != null) {
                return RunWords.TEXTS.get("again.runs");
              }
              return entry == null || entry.job() == null ? RunWords.TEXTS.get("again.no-job") : "";
            },
            model.selectedProperty(),
            model.activeOfSelectedProperty(),
            Texts.languageProperty());
    return Controls.gated(again, reason);
  }

  private Button cancel() {
    Button cancel = Controls.button("", Feather.SQUARE);
    StringBinding words =
        Bindings.createStringBinding(
            () -> {
              ActiveRun active = model.activeOfSelectedProperty().get();
              return RunWords.TEXTS.get(
                  active != null && active.isStopping() ? "stopping" : "cancel.run");
            },
            model.activeOfSelectedProperty(),
            model.movesProperty(),
            Texts.languageProperty());
    cancel.textProperty().bind(words);
    cancel.accessibleTextProperty().bind(words);
    cancel.visibleProperty().bind(model.activeOfSelectedProperty().map(a -> true).orElse(false));
    cancel.managedProperty().bind(cancel.visibleProperty());
    cancel.setOnAction(
        e -> {
          ActiveRun active = model.activeOfSelectedProperty().get();
          if (active != null) {
            active.cancel();
          }
        });
    return cancel;
  }

  private void show() {
    JobEntry entry = model.selectedProperty().get();
    if (entry == null) {
      return;
    }
    ActiveRun active = model.activeOfSelectedProperty().get();
    Run run = model.runProperty().get();
    name.setText(entry.name());
    about.setText(about(entry, run));
    bar.setVisible(active != null);
    if (active != null) {
      showActive(active);
    } else if (run != null) {
      showRun(run);
    } else {
      showNone();
    }
  }

  private static String about(JobEntry entry, @Nullable Run run) {
    Job job = entry.job();
    String mapping =
        run == null
            ? entry.mapping()
            : RunWords.TEXTS.get("about", entry.mapping(), String.valueOf(run.mappingVersion()));
    return job == null
        ? mapping
        : mapping
            + " · "
            + RunWords.TEXTS.get(job.onError() == Job.OnError.SKIP ? "about.skip" : "about.stop");
  }

  private void showActive(ActiveRun active) {
    state(RunWords.TEXTS.get(active.isStopping() ? "stopping" : "state.running"), "accent");
    title.setText(RunWords.TEXTS.get("run.now"));
    when.setText(RunWords.TEXTS.get("run.since", RunWords.moment(active.started())));
    message.setVisible(false);
    stations.show(active.counts(), null, rate(active));
  }

  private static String rate(ActiveRun active) {
    long ms = Math.max(1, Instant.now().toEpochMilli() - active.started().toEpochMilli());
    return RunWords.count(active.counts().read() * 1000 / ms) + "/s";
  }

  private void showRun(Run run) {
    state(RunWords.state(run), RunWords.tone(run).styleClass());
    title.setText(RunWords.TEXTS.get("run.number", String.valueOf(run.id())));
    when.setText(
        RunWords.TEXTS.get(
            "run.started", RunWords.moment(run.started()), RunWords.took(run, Instant.now())));
    message.setText(run.message() == null ? "" : Sentences.said(run.message()));
    message.setVisible(run.message() != null);
    stations.show(
        run.counts(), RunWords.took(run, Instant.now()), RunWords.rate(run, Instant.now()));
  }

  private void showNone() {
    state(RunWords.TEXTS.get("entry.never"), "neutral");
    title.setText("");
    when.setText("");
    message.setVisible(false);
    stations.show(Counts.NONE, null, "–");
  }

  private void state(String word, String tone) {
    state.setText(word);
    state.getStyleClass().setAll("label", "fl-chip", tone);
  }
}
