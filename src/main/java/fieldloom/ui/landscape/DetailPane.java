package fieldloom.ui.landscape;

import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowState.Health;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Texts;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The flow that is shown: its mapping, its job, its last run, and what can be done with them. */
final class DetailPane extends VBox {
  private static final Texts TEXTS = LandscapeWords.TEXTS;

  private final LandscapeViewModel model;
  private final Label title = Controls.label("", "fl-bold");
  private final Label mapping = line();
  private final Label path = Controls.label("", "fl-mono", "fl-muted", "fl-flow-path");
  private final Label job = line();
  private final Label run = line();
  private final Button open;
  private final Button make;
  private final Button start;
  private final Button openJob;
  private final Button errors;
  private final ReadOnlyStringWrapper noRun = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noJob = new ReadOnlyStringWrapper("");

  DetailPane(LandscapeViewModel model, LandscapeCommands commands) {
    this.model = model;
    getStyleClass().add("fl-flow-detail");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button edit = Controls.iconOnly(Feather.EDIT_2, TEXTS.bind("flow.edit"));
    edit.setOnAction(
        e -> {
          Flow flow = model.selection().flow();
          if (flow != null) {
            commands.edit(flow);
          }
        });
    Button remove = Controls.iconOnly(Feather.TRASH_2, TEXTS.bind("flow.remove"));
    remove.setOnAction(e -> commands.removeFlow());
    edit.getStyleClass().add("small");
    remove.getStyleClass().add("small");
    HBox head = new HBox(2, title, edit, remove);
    head.setAlignment(Pos.TOP_LEFT);
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    path.setMinWidth(0);
    open = Controls.primary(TEXTS.bind("open.mapping"), Feather.SHUFFLE);
    open.setOnAction(e -> commands.openMapping());
    make = Controls.primary(TEXTS.bind("make.mapping"), Feather.PLUS);
    make.setOnAction(e -> commands.openMapping());
    start = Controls.button(TEXTS.bind("run.job"), Feather.PLAY);
    start.setOnAction(e -> commands.runJob());
    openJob = Controls.button(TEXTS.bind("open.job"), Feather.LIST);
    openJob.setOnAction(e -> commands.openJob());
    errors = Controls.button("", Feather.ALERT_TRIANGLE);
    errors.setOnAction(e -> commands.openErrors());
    FlowPane buttons =
        new FlowPane(
            8, 8, open, make, Controls.gated(start, noRun), Controls.gated(openJob, noJob), errors);
    buttons.getStyleClass().add("fl-flow-buttons");
    for (Button button : new Button[] {open, make, errors}) {
      button.managedProperty().bind(button.visibleProperty());
    }
    getChildren().addAll(head, mapping, path, job, run, buttons);
    managedProperty().bind(visibleProperty());
  }

  private static Label line() {
    Label label = Controls.label("", "fl-small", "fl-muted");
    label.setWrapText(true);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  /** Shows the flow as it is now. */
  void show() {
    Flow flow = model.selection().flow();
    setVisible(flow != null);
    if (flow == null) {
      return;
    }
    FlowState state = model.state(flow);
    title.setText(LandscapeWords.both(flow.title()));
    showMapping(flow, model.selection().detailsProperty().get());
    job.setText(flow.job() == null ? TEXTS.get("job.none") : TEXTS.get("job.is", flow.job()));
    run.setText(run(state));
    boolean failing = state.failed() > 0 || state.health() == Health.ERRORS;
    errors.setVisible(failing && state.last() != null);
    String words =
        state.failed() > 0
            ? TEXTS.get("see.errors", state.failed(), Grouped.of(state.failed()))
            : TEXTS.get("see.run");
    errors.setText(words);
    errors.setAccessibleText(words);
    noRun.set(whyNoRun(flow, state));
    noJob.set(flow.job() == null ? TEXTS.get("job.need") : gone(flow));
  }

  private void showMapping(Flow flow, @Nullable FlowDetails details) {
    boolean has = flow.mapping() != null;
    boolean gone = details != null && has && details.mapping() == null;
    open.setVisible(has && !gone);
    make.setVisible(!has);
    path.setText(has ? flow.mapping() : "");
    path.setVisible(has);
    path.setManaged(has);
    path.setTooltip(has ? new Tooltip(flow.mapping()) : null);
    if (!has) {
      mapping.setText(TEXTS.get("mapping.none"));
    } else if (details == null) {
      mapping.setText(TEXTS.get("mapping.reading"));
    } else if (!details.problem().isEmpty()) {
      mapping.setText(details.problem());
    } else {
      mapping.setText(
          gone ? TEXTS.get("mapping.gone") : TEXTS.get("mapping.is", details.mapping()));
    }
  }

  private String whyNoRun(Flow flow, FlowState state) {
    if (flow.job() == null) {
      return TEXTS.get("job.need");
    }
    return state.health() == Health.RUNNING ? TEXTS.get("run.going") : gone(flow);
  }

  private String gone(Flow flow) {
    FlowDetails details = model.selection().detailsProperty().get();
    boolean lost = details != null && details.problem().isEmpty() && !details.hasJob();
    return lost ? TEXTS.get("job.gone", String.valueOf(flow.job())) : "";
  }

  private String run(FlowState state) {
    Run last = state.last();
    if (state.health() == Health.RUNNING) {
      return TEXTS.get("run.now", Grouped.of(state.records()));
    }
    if (last == null) {
      return TEXTS.get("run.never");
    }
    Counts counts = last.counts();
    String words =
        TEXTS.get(
            "run.last",
            LandscapeWords.ago(last, model.now()),
            Grouped.of(counts.read()),
            Grouped.of(counts.written()),
            Grouped.of(counts.failed()));
    return last.message() == null ? words : words + " · " + last.message();
  }
}
