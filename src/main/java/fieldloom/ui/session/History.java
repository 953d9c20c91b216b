package fieldloom.ui.session;

import fieldloom.model.Mapping;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The mappings before and after, with the names of the steps between. At most 500 steps back. */
final class History {
  private static final int MAX_STEPS = 500;

  private final Deque<Step> undo = new ArrayDeque<>();
  private final Deque<Step> redo = new ArrayDeque<>();

  /** A step and the mapping on its other side. */
  record Step(String label, Mapping mapping) {}

  void add(String label, Mapping before) {
    undo.push(new Step(label, before));
    redo.clear();
    if (undo.size() > MAX_STEPS) {
      undo.removeLast();
    }
  }

  @Nullable Step undo(Mapping now) {
    return move(undo, redo, now);
  }

  @Nullable Step redo(Mapping now) {
    return move(redo, undo, now);
  }

  private static @Nullable Step move(Deque<Step> from, Deque<Step> to, Mapping now) {
    Step step = from.poll();
    if (step != null) {
      to.push(new Step(step.label(), now));
    }
    return step;
  }

  @Nullable String undoLabel() {
    Step step = undo.peek();
    return step == null ? null : step.label();
  }

  @Nullable String redoLabel() {
    Step step = redo.peek();
    return step == null ? null : step.label();
  }
}
