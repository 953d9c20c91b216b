package fieldloom.ui.problems;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Problem;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldProblems;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Loops;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The problems of the mapping and what fails on the sample; errors come first. */
public final class ProblemsViewModel {
  private final EditorSession session;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();

  // Kept here: who listens to it must not lose it to the garbage collector.
  private final ObservableList<Entry> shown = FXCollections.unmodifiableObservableList(entries);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);

  /**
   * A line of the list.
   *
   * @param field the target field it is about; null where it is about something else
   * @param position {@code 1:8} of the formula; "" where it has none
   * @param onSample whether it only shows on the sample's record
   */
  public record Entry(
      boolean error,
      String place,
      @Nullable FieldRef field,
      String position,
      String message,
      String remedy,
      String code,
      boolean onSample) {}

  public ProblemsViewModel(EditorSession session) {
    this.session = session;
    session.previewProperty().subscribe(this::show);
  }

  private void show(Preview preview) {
    List<Entry> found = new ArrayList<>();
    Loops loops = Loops.of(preview.mapping());
    for (Problem problem : preview.problems()) {
      String position = problem.place().position();
      found.add(
          new Entry(
              problem.isError(),
              problem.place().target(),
              FieldProblems.field(
                  preview.mapping(), loops, problem.place().ruleIndex(), problem.place().target()),
              position == null ? "" : position,
              problem.message(),
              problem.remedy(),
              problem.code(),
              false));
    }
    for (FieldFailure failure : preview.failures()) {
      String position = failure.position() == null ? "" : failure.position().toString();
      found.add(
          new Entry(
              true,
              failure.target(),
              FieldProblems.field(preview.mapping(), loops, failure.rule(), failure.target()),
              position,
              failure.message(),
              "",
              failure.code(),
              true));
    }
    found.sort(Comparator.comparing(e -> !e.error()));
    entries.setAll(found);
    selected.set(Math.min(selected.get(), found.size() - 1));
  }

  public ObservableList<Entry> entries() {
    return shown;
  }

  /** The entry gone to last; −1 before. */
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Selects an entry and its field. */
  public void goTo(int place) {
    if (place < 0 || place >= entries.size()) {
      return;
    }
    selected.set(place);
    FieldRef field = entries.get(place).field();
    if (field != null) {
      session.select(Selection.target(field));
    }
  }

  /** Goes to the next one, after the last to the first. */
  public void next() {
    if (!entries.isEmpty()) {
      goTo((selected.get() + 1) % entries.size());
    }
  }

  public void previous() {
    if (!entries.isEmpty()) {
      goTo(Math.floorMod(selected.get() - 1, entries.size()));
    }
  }
}
