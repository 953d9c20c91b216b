package fieldloom.ui.session;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * What of the open mapping is traced: one field, where to stop on the way through the others, which
 * of them are watched, and what was changed in the sample to see what follows. Of the window's
 * session only; nothing is saved.
 */
public final class Tracing {
  private final EditorSession session;
  private final ReadOnlyObjectWrapper<@Nullable TracedField> traced = new ReadOnlyObjectWrapper<>();
  private final ObservableSet<FieldRef> stops = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObservableList<FieldRef> watches = FXCollections.observableArrayList();
  private final SampleChanges changes;

  public Tracing(EditorSession session) {
    this.session = session;
    this.changes = new SampleChanges(session);
  }

  public EditorSession session() {
    return session;
  }

  /** Traces a field from now on; null ends tracing. */
  public void show(@Nullable TracedField field) {
    TracedField before = traced.get();
    traced.set(field);
    if (field == null) {
      session.setTraced(index -> Set.of());
    } else if (before == null || !before.field().equals(field.field())) {
      session.setTraced(index -> rules(index, field.field()));
    }
  }

  private static Set<Integer> rules(RuleIndex index, FieldRef field) {
    return index.filling(field).stream()
        .filter(view -> view.rule().expression() != null)
        .map(RuleView::index)
        .collect(Collectors.toSet());
  }

  /** The field that is traced; null where none is. */
  public ReadOnlyObjectProperty<@Nullable TracedField> tracedProperty() {
    return traced.getReadOnlyProperty();
  }

  public @Nullable TracedField traced() {
    return traced.get();
  }

  /** Fields at which going on through the record stops. */
  public ObservableSet<FieldRef> stops() {
    return stops;
  }

  /** Sets a stop at a field, or takes it away. */
  public void toggleStop(FieldRef field) {
    if (!stops.remove(field)) {
      stops.add(field);
    }
  }

  /** Fields whose values are shown on the way, in the order in which they were added. */
  public ObservableList<FieldRef> watches() {
    return watches;
  }

  /** Watches a field, or no longer. */
  public void toggleWatch(FieldRef field) {
    if (!watches.remove(field)) {
      watches.add(field);
    }
  }

  /** What was changed in the sample. */
  public SampleChanges changes() {
    return changes;
  }
}
