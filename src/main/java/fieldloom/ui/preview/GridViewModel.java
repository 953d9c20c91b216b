package fieldloom.ui.preview;

import fieldloom.model.Document;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Several samples of the open mapping beside each other, computed anew with each edit while
 * somebody looks. FX thread.
 */
public final class GridViewModel {
  /** So many are shown before anybody chose. */
  static final int FIRST = 4;

  private final EditorSession session;
  private final ObservableList<String> samples;
  private final SampleRuns runs;
  private final Background background;
  private final ObservableList<String> chosen = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<SamplesGrid> grid =
      new ReadOnlyObjectWrapper<>(SamplesGrid.NONE);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty active = new SimpleBooleanProperty();
  private final BooleanProperty onlyDiffering = new SimpleBooleanProperty();
  private boolean picked;
  private Background.@Nullable Work work;

  /**
   * @param samples their paths in the workspace, kept up to date
   */
  public GridViewModel(
      EditorSession session,
      ObservableList<String> samples,
      SampleRuns runs,
      Background background) {
    this.session = session;
    this.samples = samples;
    this.runs = runs;
    this.background = background;
    samples.addListener((ListChangeListener<String>) change -> samplesChanged());
    session.previewProperty().addListener((o, was, is) -> draw());
    active.subscribe((was, is) -> draw());
    samplesChanged();
  }

  /** Samples that are gone go; the first ones are shown until somebody chooses others. */
  private void samplesChanged() {
    List<String> now = new ArrayList<>(chosen);
    now.retainAll(samples);
    if (!picked) {
      now = samples.subList(0, Math.min(FIRST, samples.size()));
    }
    if (!now.equals(chosen)) {
      chosen.setAll(now);
      draw();
    }
  }

  /** Shows a sample, or leaves it out. */
  void choose(String sample, boolean on) {
    picked = true;
    List<String> now =
        samples.stream().filter(s -> s.equals(sample) ? on : chosen.contains(s)).toList();
    if (!now.equals(chosen)) {
      chosen.setAll(now);
      draw();
    }
  }

  private void draw() {
    if (!active.get()) {
      return;
    }
    if (work != null) {
      work.cancel();
    }
    List<String> targets = session.mapping().targets().stream().map(Document::name).toList();
    Map<String, SchemaTree> schemas = session.schemas();
    var running = runs.running(List.copyOf(chosen));
    work =
        background.begin(
            () -> SamplesGrid.of(running.call(), targets, schemas),
            made -> {
              problem.set(
                  made.columns().stream()
                      .map(SampleRuns.Column::problem)
                      .filter(sentence -> !sentence.isEmpty())
                      .findFirst()
                      .orElse(""));
              grid.set(made);
            },
            problem::set);
  }

  /** Selects the field of a row, in all views. */
  void select(SamplesGrid.Row row) {
    session.select(Selection.target(row.field()));
  }

  /** All samples that can be chosen. */
  ObservableList<String> samples() {
    return samples;
  }

  /** Those that are shown. */
  ObservableList<String> chosen() {
    return chosen;
  }

  /** What was computed last. */
  ReadOnlyObjectProperty<SamplesGrid> gridProperty() {
    return grid.getReadOnlyProperty();
  }

  /** The rows that are to be seen. */
  List<SamplesGrid.Row> rows() {
    return grid.get().rows().stream().filter(row -> row.differs() || !onlyDiffering.get()).toList();
  }

  /** Why a sample is not there, a sentence; empty where all are. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether only fields are shown in which the samples differ. */
  BooleanProperty onlyDifferingProperty() {
    return onlyDiffering;
  }

  /** Whether somebody sees it; else nothing is computed. */
  BooleanProperty activeProperty() {
    return active;
  }
}
