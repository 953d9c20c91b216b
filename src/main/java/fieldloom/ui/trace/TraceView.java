package fieldloom.ui.trace;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.TracedField;
import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pane of a field's steps, of the values they begin with, and of what is watched. */
public final class TraceView extends VBox {
  private final TraceViewModel model;
  private final Runnable close;
  private final ListView<Line> list;
  private final ToggleButton watch;
  private final ToggleButton stop;
  private final Button into;

  /**
   * @param run goes on to the next breakpoint, and says so where there is none
   * @param close takes the pane away
   */
  public TraceView(TraceViewModel model, Runnable run, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().add("fl-trace");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, TraceView.class, "trace.css");
              }
            });
    list = new ListView<>(model.lines());
    list.getStyleClass().add("fl-trace-list");
    list.accessibleTextProperty().bind(Words.bind("steps"));
    list.setCellFactory(view -> new StepCell());
    Label none = Controls.label("", "fl-muted", "fl-trace-none");
    none.textProperty().bind(model.messageProperty());
    none.setWrapText(true);
    list.setPlaceholder(none);
    TraceBody body = new TraceBody(list, new InputsPane(model));
    VBox.setVgrow(body, Priority.ALWAYS);
    watch = Controls.toggle(Words.bind("watch"), Feather.EYE);
    watch.setOnAction(e -> model.toggleWatch());
    stop = Controls.toggle(Words.bind("breakpoint"), Feather.STOP_CIRCLE);
    stop.setOnAction(e -> model.toggleStop());
    into = Controls.button(Words.bind("into"), Feather.CORNER_RIGHT_DOWN);
    into.setOnAction(e -> model.into());
    getChildren().addAll(head(), bar(run), body, foot());
    model.atProperty().subscribe(at -> showStep(at.intValue()));
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            at -> {
              if (at.intValue() >= 0 && at.intValue() != model.atProperty().get()) {
                model.goTo(at.intValue());
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    model.tracing().tracedProperty().subscribe(field -> showToggles());
    model.tracing().stops().addListener((SetChangeListener<FieldRef>) change -> showToggles());
    model.watched().rows().subscribe(this::showToggles);
  }

  private HBox head() {
    Label title = Controls.label("", "fl-bold");
    title.textProperty().bind(Words.bind("title"));
    title.setMinWidth(USE_PREF_SIZE);
    Label field = Controls.label("", "fl-mono", "fl-trace-field");
    field.textProperty().bind(model.titleProperty());
    Label aside = Controls.label("", "fl-muted", "fl-small");
    aside.textProperty().bind(model.asideProperty());
    aside.setMinWidth(0);
    Button away = Controls.iconOnly(Feather.X, Words.bind("close"));
    away.setOnAction(e -> close.run());
    HBox head =
        new HBox(Icons.of(Feather.GIT_COMMIT), title, field, aside, Controls.spacer(), away);
    head.getStyleClass().add("fl-pane-head");
    return head;
  }

  private FlowPane bar(Runnable run) {
    Button back = Controls.button(Words.bind("back"), Feather.CORNER_UP_LEFT);
    back.setOnAction(e -> model.back());
    Button step = Controls.button(Words.bind("step"), Feather.CHEVRON_RIGHT);
    step.setOnAction(e -> model.step());
    FlowPane bar =
        new FlowPane(
            back,
            step,
            into,
            icon(Feather.SKIP_BACK, "previous-field", model::previousField),
            icon(Feather.SKIP_FORWARD, "next-field", model::nextField),
            icon(Feather.ARROW_UP, "previous-item", () -> model.item(-1)),
            icon(Feather.ARROW_DOWN, "next-item", () -> model.item(1)),
            stop,
            icon(Feather.FAST_FORWARD, "run", run),
            watch);
    bar.getStyleClass().add("fl-trace-bar");
    return bar;
  }

  private static Button icon(Feather icon, String key, Runnable action) {
    Button button = Controls.iconOnly(icon, Words.bind(key));
    button.setOnAction(e -> action.run());
    return button;
  }

  private HBox foot() {
    Label at = Controls.label("", "fl-muted", "fl-small");
    at.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.atProperty().get() < 0
                        ? ""
                        : Words.get("at", model.atProperty().get() + 1, model.lines().size()),
                model.atProperty(),
                Texts.languageProperty()));
    HBox foot =
        new HBox(
            at,
            Controls.spacer(),
            hint("step"),
            Controls.key("F10"),
            hint("back"),
            Controls.key("Ctrl F10"),
            hint("breakpoint"),
            Controls.key("F9"));
    foot.getStyleClass().add("fl-trace-foot");
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }

  private static Label hint(String key) {
    Label hint = Controls.label("", "fl-muted", "fl-small");
    hint.textProperty().bind(Words.bind(key));
    hint.setMinWidth(0);
    return hint;
  }

  private void showStep(int at) {
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(at);
      list.getFocusModel().focus(at);
      list.scrollTo(Math.max(0, at - 3));
    }
    into.setVisible(model.canGoInto());
    into.setManaged(into.isVisible());
  }

  private void showToggles() {
    TracedField now = model.tracing().traced();
    watch.setDisable(now == null);
    stop.setDisable(now == null);
    watch.setSelected(now != null && model.tracing().watches().contains(now.field()));
    stop.setSelected(now != null && model.tracing().stops().contains(now.field()));
  }

  private void leave(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !(event.getTarget() instanceof InputField)) {
      close.run();
      event.consume();
    }
  }

  /** Gives the list of steps the keyboard. */
  public void focusSteps() {
    list.requestFocus();
  }
}
