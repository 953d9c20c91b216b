package fieldloom.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The values before and after the one that is edited, with the names of the steps between. At most
 * 500 steps back.
 *
 * @param <T> an immutable value
 */
public final class History<T> {
  private static final int MAX_STEPS = 500;

  private final Deque<Step<T>> undo = new ArrayDeque<>();
  private final Deque<Step<T>> redo = new ArrayDeque<>();

  /** A step and the value on its other side. */
  public record Step<T>(String label, T value) {}

  /** Notes a step that leads away from a value. */
  public void add(String label, T before) {
    undo.push(new Step<>(label, before));
    redo.clear();
    if (undo.size() > MAX_STEPS) {
      undo.removeLast();
    }
  }

  /** Forgets all steps. */
  public void clear() {
    undo.clear();
    redo.clear();
  }

  /** One step back; null where there is none. */
  public @Nullable Step<T> undo(T now) {
    return move(undo, redo, now);
  }

  /** One step forth again; null where there is none. */
  public @Nullable Step<T> redo(T now) {
    return move(redo, undo, now);
  }

  private @Nullable Step<T> move(Deque<Step<T>> from, Deque<Step<T>> to, T now) {
    Step<T> step = from.poll();
    if (step != null) {
      to.push(new Step<>(step.label(), now));
    }
    return step;
  }

  /** Name of the step that {@link #undo} would take back; null where there is none. */
  public @Nullable String undoLabel() {
    Step<T> step = undo.peek();
    return step == null ? null : step.label();
  }

  /** Name of the step that {@link #redo} would take again; null where there is none. */
  public @Nullable String redoLabel() {
    Step<T> step = redo.peek();
    return step == null ? null : step.label();
  }
}
