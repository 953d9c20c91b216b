package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.TracedField;
import fieldloom.ui.session.Tracing;
import fieldloom.ui.trace.TraceView;
import fieldloom.ui.trace.TraceViewModel;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** Joins the pane of a field's steps to the views of the open mapping. */
final class TracePane {
  private final Workbench bench;
  private final TraceViewModel model;
  private final TraceView view;

  TracePane(Workbench bench, TraceViewModel model, Command run) {
    this.bench = bench;
    this.model = model;
    view = new TraceView(model, run::run, () -> bench.traceShownProperty().set(false));
    model.setOnStep(
        (rule, at) -> {
          CanvasView canvas = bench.canvasProperty().get();
          if (canvas != null) {
            canvas.actions().show(rule, at);
          }
        });
  }

  Node view() {
    return view;
  }

  void focus() {
    view.focusSteps();
  }

  /** Follows whether the pane is shown, and takes its letter from views where nobody types. */
  Subscription watch(Node around) {
    around.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    return bench.traceShownProperty().subscribe(model::setShown);
  }

  private void pressed(KeyEvent event) {
    boolean plain =
        !event.isShortcutDown()
            && !event.isAltDown()
            && !event.isShiftDown()
            && !event.isConsumed();
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (event.getCode() == KeyCode.T && plain && !typing) {
      bench.traceShownProperty().set(!bench.traceShownProperty().get());
      event.consume();
    }
  }

  /** A click on the value of a target row shows its steps; rows have the marks of breakpoints. */
  void join(SchemaTreeView tree, SchemaTreeViewModel rows) {
    tree.setOnValue(field -> show(TracedField.of(field)));
    Tracing tracing = model.tracing();
    tracing.stops().addListener((SetChangeListener<FieldRef>) c -> rows.showStops(tracing.stops()));
    rows.showStops(tracing.stops());
  }

  /** Shows the steps of a field. */
  void show(TracedField field) {
    bench.traceShownProperty().set(true);
    model.show(field);
  }
}
