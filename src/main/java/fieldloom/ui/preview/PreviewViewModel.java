package fieldloom.ui.preview;

import fieldloom.model.Document;
import fieldloom.model.value.Absent;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Preview;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the sample becomes, line by line, and what the last edit changed in it. */
public final class PreviewViewModel {

  /** Which side of the mapping is shown. */
  public enum Shown {
    OUTPUT,
    INPUT
  }

  private final EditorSession session;
  private final ObservableList<JsonLine> lines = FXCollections.observableArrayList();
  private final ObservableList<String> failures = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.OUTPUT);
  private final StringProperty target = new SimpleStringProperty();
  private @Nullable Preview newest;
  private @Nullable Preview before;

  public PreviewViewModel(EditorSession session) {
    this.session = session;
    target.set(session.mapping().mainTarget().name());
    session.previewProperty().addListener((o, was, is) -> take(is));
    shown.addListener((o, was, is) -> draw());
    target.addListener((o, was, is) -> draw());
    take(session.preview());
  }

  /** A preview of the same mapping replaces the newest; one of another makes it the earlier one. */
  private void take(Preview preview) {
    Preview last = newest;
    if (last != null && last.outcome() != null && sameSample(last, preview)) {
      if (last.mapping() != preview.mapping()) {
        before = last;
      }
    } else {
      before = null;
    }
    newest = preview;
    draw();
  }

  private static boolean sameSample(Preview a, Preview b) {
    return a.record() == b.record();
  }

  private void draw() {
    Preview preview = newest;
    if (preview == null) {
      return;
    }
    problem.set(preview.failure() == null ? "" : preview.failure());
    failures.setAll(preview.failures().stream().map(f -> f.target() + ": " + f.message()).toList());
    List<JsonLine> made = shown.get() == Shown.INPUT ? input(preview) : output(preview);
    lines.setAll(made);
    changed.set((int) made.stream().filter(line -> line.was() != null).count());
  }

  private static List<JsonLine> input(Preview preview) {
    return preview.hasSample() ? JsonLines.of(preview.record()) : List.of();
  }

  private List<JsonLine> output(Preview preview) {
    Object now = records(preview);
    if (now == Absent.ABSENT) {
      return List.of();
    }
    return before == null ? JsonLines.of(now) : JsonLines.of(now, records(before));
  }

  /** The one record of the target bare, several as a list; absent where there is none. */
  private Object records(Preview preview) {
    if (preview.outcome() == null) {
      return Absent.ABSENT;
    }
    List<Object> records = preview.outcome().outputs().getOrDefault(target.get(), List.of());
    return records.isEmpty() ? Absent.ABSENT : records.size() == 1 ? records.getFirst() : records;
  }

  ObservableList<JsonLine> lines() {
    return lines;
  }

  /** The output as it stands, as text. */
  public String text() {
    return String.join("\n", lines.stream().map(JsonLine::text).toList());
  }

  /** Why fields got no value, a sentence each. */
  public ObservableList<String> failures() {
    return failures;
  }

  /** How many lines the last edit changed. */
  public ReadOnlyIntegerProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Why nothing could be computed; empty where it could. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ObjectProperty<Shown> shownProperty() {
    return shown;
  }

  /** Name of the target that is shown. */
  public StringProperty targetProperty() {
    return target;
  }

  public List<String> targets() {
    return session.mapping().targets().stream().map(Document::name).toList();
  }

  /** Whether a sample is picked. */
  public boolean hasSample() {
    return session.preview().hasSample();
  }
}
