package fieldloom.ui.trace;

import fieldloom.engine.Trace;
import fieldloom.engine.trace.TraceStep;
import fieldloom.model.Path;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Loops;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.SampleChanges;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Tracing;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The values of the sample that the traced field is computed of, and what they are changed to. */
public final class TraceInputs {
  private final Tracing tracing;
  private final EditorSession session;
  private final ObservableList<Input> rows = FXCollections.observableArrayList();

  /**
   * A value of the sample.
   *
   * @param name its path, the items numbered: {@code order.lines[1].qty}
   * @param text as it is now
   * @param before as the sample's file has it
   */
  public record Input(
      SampleChanges.Place place, String name, String text, String before, boolean changed) {}

  TraceInputs(Tracing tracing) {
    this.tracing = tracing;
    this.session = tracing.session();
  }

  void take(@Nullable Trace trace, @Nullable FieldRef field) {
    List<Input> made = new ArrayList<>();
    RuleView rule = trace == null ? null : view(trace.rule());
    if (trace != null && rule != null) {
      for (RuleView.Input input : rule.inputs()) {
        Input row = input(input, trace, Objects.requireNonNull(field));
        if (row != null) {
          made.add(row);
        }
      }
    }
    if (!made.equals(rows)) {
      rows.setAll(made);
    }
  }

  private @Nullable RuleView view(int rule) {
    List<RuleView> views = session.index().views();
    return rule < views.size() ? views.get(rule) : null;
  }

  private @Nullable Input input(RuleView.Input input, Trace trace, FieldRef target) {
    FieldRef field = input.field();
    boolean driving = field.document().equals(session.mapping().driver().name());
    if (input.side() != Side.SOURCE || !driving || field.isArray() || field.isPlace()) {
      return null;
    }
    List<Integer> items = new ArrayList<>();
    for (FieldRef array : field.arrays()) {
      int number = number(array, trace, target);
      if (number == 0) {
        return null;
      }
      items.add(number);
    }
    SampleChanges changes = tracing.changes();
    int record = session.sampleRecordProperty().get();
    SampleChanges.Place place = new SampleChanges.Place(record, field, items);
    return new Input(
        place,
        numbered(field, items),
        Values.show(changes.value(place)),
        Values.show(changes.before(place)),
        changes.isChanged(place));
  }

  /** Which item of a source's list the traced item comes from, from 1; 0 where that is not told. */
  private int number(FieldRef array, Trace trace, FieldRef target) {
    Loops loops = session.index().loops();
    for (TraceStep step : trace.story()) {
      if (step instanceof TraceStep.Item item) {
        for (Loops.Loop loop : loops.around(target)) {
          boolean same =
              Objects.equals(loop.alias(), item.alias())
                  && item.array().replaceAll("\\[\\d+]", "[]").equals(path(loop.target()));
          if (same && array.equals(loops.source(loop)) && loop.each().groupBy() == null) {
            return item.at();
          }
        }
      }
    }
    return 0;
  }

  private static String path(FieldRef array) {
    return array.isRoot() ? "[]" : array.path().toString();
  }

  private static String numbered(FieldRef field, List<Integer> items) {
    StringBuilder name = new StringBuilder(Path.quote(field.document()));
    int next = 0;
    for (Path.Step step : field.path().steps()) {
      name.append('.').append(Path.quote(step.name()));
      for (int i = 0; i < step.arrays(); i++) {
        name.append('[').append(items.get(next++)).append(']');
      }
    }
    return name.toString();
  }

  /**
   * Those of the driving record; what is joined, grouped or computed otherwise is not among them.
   */
  public ObservableList<Input> rows() {
    return rows;
  }

  /**
   * Puts another value in its place, for the preview only.
   *
   * @return why it cannot be, in a sentence; null where it is done
   */
  public @Nullable String change(Input input, String text) {
    return text.equals(input.text()) ? null : tracing.changes().set(input.place(), text);
  }

  /** Shows a value as the sample's file has it again. */
  public void reset(Input input) {
    tracing.changes().reset(input.place());
  }

  /** Shows all values as the sample's file has them again. */
  public void resetAll() {
    tracing.changes().resetAll();
  }
}
