package fieldloom.ui.shell;

import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.trace.TraceViewModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be done about why fields have their values. FX thread. */
final class TraceCommands {
  private static final Texts TEXTS = Texts.of(TraceCommands.class);

  /** The letter works where a letter is not typed; the key with it in the other views too. */
  static final String EVERYWHERE = "Alt+T";

  final Command trace;
  final Command step;
  final Command back;
  final Command nextField;
  final Command previousField;
  final Command nextItem;
  final Command previousItem;
  final Command breakpoint;
  final Command run;
  final Command watch;
  final Command reset;

  private final Workbench bench;
  private final Overlay overlay;
  private final ReadOnlyStringWrapper noField = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noTrace = new ReadOnlyStringWrapper("");
  private Subscription watching = Subscription.EMPTY;

  TraceCommands(Workbench bench, Overlay overlay, Reasons reasons) {
    this.bench = bench;
    this.overlay = overlay;
    trace =
        Command.inView(
            "trace",
            TEXTS.bind("command.trace"),
            Feather.GIT_COMMIT,
            "T",
            reasons.noMapping(),
            this::show);
    step = when("trace-step", Feather.CHEVRON_RIGHT, "F10", noField, opened(TraceViewModel::step));
    back =
        when(
            "trace-back",
            Feather.CORNER_UP_LEFT,
            "Shortcut+F10",
            noField,
            opened(TraceViewModel::back));
    nextField =
        when("trace-next-rule", Feather.SKIP_FORWARD, null, noTrace, TraceViewModel::nextField);
    previousField =
        when(
            "trace-previous-rule", Feather.SKIP_BACK, null, noTrace, TraceViewModel::previousField);
    nextItem = when("trace-next-item", Feather.ARROW_DOWN, "Alt+F10", noTrace, t -> t.item(1));
    previousItem =
        when("trace-previous-item", Feather.ARROW_UP, "Shift+Alt+F10", noTrace, t -> t.item(-1));
    breakpoint =
        when("trace-breakpoint", Feather.STOP_CIRCLE, "F9", noField, TraceViewModel::toggleStop);
    run = when("trace-run", Feather.FAST_FORWARD, "Shift+F9", reasons.noMapping(), this::run);
    watch = when("trace-watch", Feather.EYE, null, noTrace, TraceViewModel::toggleWatch);
    reset =
        when(
            "trace-reset",
            Feather.ROTATE_CCW,
            null,
            reasons.noMapping(),
            t -> t.inputs().resetAll());
    bench.openProperty().subscribe(this::follow);
    bench.traceShownProperty().subscribe(shown -> tell());
    Texts.follow(this, TraceCommands::tell);
  }

  private Command when(
      String id,
      Feather icon,
      @Nullable String key,
      ObservableValue<String> reason,
      Consumer<TraceViewModel> action) {
    return Command.when(id, TEXTS.bind("command." + id), icon, key, reason, () -> on(action));
  }

  List<Command> all() {
    return List.of(
        trace,
        step,
        back,
        nextField,
        previousField,
        nextItem,
        previousItem,
        breakpoint,
        run,
        watch,
        reset);
  }

  private void follow(@Nullable OpenMapping open) {
    watching.unsubscribe();
    watching =
        open == null
            ? Subscription.EMPTY
            : open.session().selectionProperty().subscribe(selection -> tell());
    tell();
  }

  private void tell() {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      noField.set(TEXTS.get("reason.no-mapping"));
      noTrace.set(TEXTS.get("reason.no-mapping"));
      return;
    }
    Selection selection = open.session().selection();
    boolean shown = bench.traceShownProperty().get();
    boolean field = selection.rule() != null || selection.side() == Side.TARGET;
    noField.set(field || shown ? "" : TEXTS.get("reason.no-target"));
    noTrace.set(shown ? "" : TEXTS.get("reason.no-trace"));
  }

  private void on(Consumer<TraceViewModel> action) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      bench.screenProperty().set(Screen.MAPPING);
      action.accept(open.trace());
    }
  }

  private void show() {
    on(
        trace -> {
          boolean shown = bench.traceShownProperty().get();
          bench.traceShownProperty().set(!shown);
        });
  }

  /** Where no steps are shown, the first of them is; else something is done with them. */
  private Consumer<TraceViewModel> opened(Consumer<TraceViewModel> action) {
    return trace -> {
      if (bench.traceShownProperty().get()) {
        action.accept(trace);
      } else {
        bench.traceShownProperty().set(true);
      }
    };
  }

  private void run(TraceViewModel trace) {
    bench.traceShownProperty().set(true);
    if (trace.tracing().stops().isEmpty()) {
      overlay.toast().show(Toast.Kind.INFO, TEXTS.get("trace.no-stops"));
    } else if (!trace.run()) {
      overlay.toast().show(Toast.Kind.INFO, TEXTS.get("trace.no-more"));
    }
  }
}
