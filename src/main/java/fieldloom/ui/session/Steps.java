package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.ui.kit.History;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The steps of a session, and what is told of them. */
final class Steps {
  final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper();
  final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper();
  final ReadOnlyObjectWrapper<History.Course> course =
      new ReadOnlyObjectWrapper<>(History.Course.NONE);
  private final History<Mapping> history = new History<>();

  void add(String label, Mapping before) {
    history.add(label, before);
  }

  History.@Nullable Step<Mapping> undo(Mapping now) {
    return history.undo(now);
  }

  History.@Nullable Step<Mapping> redo(Mapping now) {
    return history.redo(now);
  }

  Mapping goTo(int done, Mapping now) {
    return history.goTo(done, now);
  }

  /** Tells what has changed; the mapping is there already. */
  void tell() {
    undoLabel.set(history.undoLabel());
    redoLabel.set(history.redoLabel());
    course.set(history.course());
  }
}
