package fieldloom.ui.trace;

import fieldloom.engine.FieldFailure;
import fieldloom.engine.Trace;
import fieldloom.engine.trace.TraceStep;
import fieldloom.engine.trace.TraceWords;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.TracedField;
import fieldloom.ui.session.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The steps of one field, one of them the present one, and the way to other fields and items. */
public final class TraceViewModel {
  private final Tracing tracing;
  private final EditorSession session;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper aside = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final TraceInputs inputs;
  private final Watched watched;
  private BiConsumer<Rule, NodePath> onStep = (rule, place) -> {};
  private Course course = Course.NONE;
  private @Nullable Trace trace;
  private boolean fromTheEnd;
  private boolean shown;

  /** Whether no preview has come since another field was asked for. */
  private boolean asked;

  public TraceViewModel(Tracing tracing) {
    this.tracing = tracing;
    this.session = tracing.session();
    this.inputs = new TraceInputs(tracing);
    this.watched = new Watched(tracing);
    session
        .previewProperty()
        .subscribe(
            preview -> {
              asked = false;
              take(preview);
            });
    session.selectionProperty().subscribe(this::follow);
    Texts.follow(this, model -> model.take(model.session.preview()));
  }

  /** Follows the field that is selected from now on, or no longer. */
  public void setShown(boolean value) {
    if (value == shown) {
      return;
    }
    shown = value;
    if (value) {
      follow(session.selection());
      take(session.preview());
    } else {
      tracing.show(null);
    }
  }

  /** Acts on a step of a formula that becomes the present one: its rule and its place in it. */
  public void setOnStep(BiConsumer<Rule, NodePath> act) {
    onStep = act;
  }

  private void follow(Selection selection) {
    FieldRef field = field(selection);
    TracedField now = tracing.traced();
    if (shown && field != null && (now == null || !now.field().equals(field))) {
      show(TracedField.of(field));
    }
  }

  private @Nullable FieldRef field(Selection selection) {
    if (selection.rule() != null) {
      RuleView view = session.index().view(selection.rule());
      return view == null ? null : view.target();
    }
    return selection.side() == Side.TARGET ? selection.field() : null;
  }

  /** Shows the steps of a field; its row is selected. */
  public void show(TracedField field) {
    shown = true;
    at.set(-1);
    TracedField before = tracing.traced();
    asked = before == null || !before.field().equals(field.field());
    tracing.show(field);
    FieldRef selected = field(session.selection());
    if (!field.field().equals(selected)) {
      session.select(Selection.target(field.field()));
    }
    take(session.preview());
  }

  private void take(Preview preview) {
    TracedField wanted = tracing.traced();
    if (!shown || session.isPreviewStale()) {
      return;
    }
    course = Course.of(preview, session.index());
    watched.take(course, wanted);
    if (wanted == null) {
      nothing(Words.get("none"));
      return;
    }
    Trace found = find(preview, wanted);
    boolean coming =
        found == null && (asked || course.nearest(wanted.field(), wanted.target()) != null);
    if (coming && preview.hasSample() && preview.failure() == null) {
      // The preview with its steps is being computed.
      return;
    }
    title.set(found == null ? wanted.field().path().toString() : found.target());
    aside.set(titleOf(wanted.field()));
    if (found == null) {
      nothing(why(preview, wanted.field()));
      return;
    }
    if (!found.target().equals(wanted.target())) {
      tracing.show(new TracedField(wanted.field(), found.target()));
    }
    boolean same = trace != null && trace.target().equals(found.target()) && at.get() >= 0;
    trace = found;
    message.set("");
    inputs.take(found, wanted.field());
    TraceWords words = TraceWords.in(Texts.language().locale());
    List<Line> made = new ArrayList<>();
    for (TraceStep step : found.story()) {
      made.add(new Line(made.size() + 1, words.line(step), step));
    }
    int to = same ? Math.min(at.get(), made.size() - 1) : fromTheEnd ? made.size() - 1 : 0;
    fromTheEnd = false;
    at.set(-1);
    lines.setAll(made);
    at.set(to);
  }

  private void nothing(String why) {
    trace = null;
    inputs.take(null, null);
    at.set(-1);
    lines.clear();
    message.set(why);
  }

  /** The trace of the item that is wanted, else of the nearest one; null where there is none. */
  private @Nullable Trace find(Preview preview, TracedField wanted) {
    Set<Integer> rules =
        session.index().filling(wanted.field()).stream()
            .map(RuleView::index)
            .collect(Collectors.toSet());
    Course.Stop stop = course.nearest(wanted.field(), wanted.target());
    String target = stop == null ? wanted.target() : stop.field().target();
    return preview.traces().stream()
        .filter(t -> rules.contains(t.rule()) && t.target().equals(target))
        .findFirst()
        .orElse(null);
  }

  private String why(Preview preview, FieldRef field) {
    if (preview.failure() != null) {
      return Sentences.said(preview.failure());
    }
    if (session.index().filling(field).stream().noneMatch(v -> v.rule().expression() != null)) {
      return Words.get("no-rule", field.path().toString());
    }
    if (!preview.hasSample()) {
      return Words.get("no-sample");
    }
    for (FieldFailure failure : preview.failures()) {
      String path = failure.target().replaceAll("\\[\\d+]", "[]");
      if (field.path().toString().startsWith(path)) {
        return failure.target() + ": " + Sentences.said(failure.message());
      }
    }
    return Words.get("not-computed", field.path().toString());
  }

  private String titleOf(FieldRef field) {
    SchemaTree schema = session.schemas().get(field.document());
    SchemaNode node = schema == null ? null : schema.find(field.path());
    String named = node == null ? null : node.titles().in(Texts.language().locale());
    return named == null ? "" : named;
  }

  /** Goes to the next step; behind the last one to the next field. */
  public void step() {
    if (at.get() + 1 < lines.size()) {
      goTo(at.get() + 1);
    } else {
      nextField();
    }
  }

  /** Goes to the step before; before the first one to the field that was computed before. */
  public void back() {
    if (at.get() > 0) {
      goTo(at.get() - 1);
    } else {
      TracedField before = tracing.traced() == null ? null : course.before(tracing.traced());
      if (before != null) {
        fromTheEnd = true;
        show(before);
      }
    }
  }

  /** Makes a step the present one. */
  public void goTo(int step) {
    if (step < 0 || step >= lines.size()) {
      return;
    }
    at.set(step);
    Trace now = trace;
    if (now != null && lines.get(step).step() instanceof TraceStep.Compute compute) {
      List<Rule> rules = session.mapping().rules();
      if (now.rule() < rules.size()) {
        onStep.accept(rules.get(now.rule()), compute.at());
      }
    }
  }

  /** Goes into what a step has read of the target: the first of these fields. */
  public void into() {
    int now = at.get();
    if (canGoInto() && lines.get(now).step() instanceof TraceStep.Compute compute) {
      Trace.Field first = compute.reads().getFirst();
      List<RuleView> views = session.index().views();
      if (first.rule() < views.size()) {
        show(new TracedField(views.get(first.rule()).target(), first.target()));
      }
    }
  }

  /** Whether the present step reads fields of the target. */
  public boolean canGoInto() {
    int now = at.get();
    return now >= 0
        && now < lines.size()
        && lines.get(now).step() instanceof TraceStep.Compute compute
        && !compute.reads().isEmpty();
  }

  public void nextField() {
    TracedField now = tracing.traced();
    go(now == null ? null : course.after(now));
  }

  public void previousField() {
    TracedField now = tracing.traced();
    go(now == null ? null : course.before(now));
  }

  /** The same field of another item. */
  public void item(int by) {
    TracedField now = tracing.traced();
    List<TracedField> items = now == null ? List.of() : course.items(now.field());
    int to = items.indexOf(now) + by;
    go(to < 0 || to >= items.size() ? null : items.get(to));
  }

  /**
   * Goes on to the next field with a breakpoint.
   *
   * @return whether there was one behind the present field
   */
  public boolean run() {
    TracedField next = course.next(tracing.traced(), tracing.stops());
    go(next);
    return next != null;
  }

  private void go(@Nullable TracedField field) {
    if (field != null) {
      show(field);
    }
  }

  /** Sets a breakpoint at the field that is traced, else at the selected one, or takes it away. */
  public void toggleStop() {
    TracedField now = tracing.traced();
    FieldRef field = now == null ? field(session.selection()) : now.field();
    if (field != null) {
      tracing.toggleStop(field);
    }
  }

  /** Watches the field that is traced, or no longer. */
  public void toggleWatch() {
    TracedField now = tracing.traced();
    if (now != null) {
      tracing.toggleWatch(now.field());
      watched.take(course, now);
    }
  }

  public Tracing tracing() {
    return tracing;
  }

  /** The steps in order. */
  public ObservableList<Line> lines() {
    return lines;
  }

  /** The present step, from 0; −1 where there is none. */
  public ReadOnlyIntegerProperty atProperty() {
    return at.getReadOnlyProperty();
  }

  /** The field with the numbers of its items. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What the schema calls the field. */
  public ReadOnlyStringProperty asideProperty() {
    return aside.getReadOnlyProperty();
  }

  /** Why there are no steps; empty where there are. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  public TraceInputs inputs() {
    return inputs;
  }

  public Watched watched() {
    return watched;
  }
}
