package fieldloom.ui.kit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values before and after the one that is edited, with the names of the steps between. At most
 * 500 steps back.
 *
 * @param <T> an immutable value
 */
public final class History<T> {
  /** So many steps are kept; of more the oldest go. */
  public static final int MAX_STEPS = 500;

  private final InstantSource clock;
  private final Deque<Step<T>> undo = new ArrayDeque<>();
  private final Deque<Step<T>> redo = new ArrayDeque<>();
  private boolean whole = true;

  /** A step, when it was first made, and the value on its other side. */
  public record Step<T>(String label, Instant at, T value) {}

  /** A step's name and when it was first made. */
  public record Named(String label, Instant at) {}

  /**
   * All steps that are kept.
   *
   * @param steps the oldest first; behind those that are done the ones that were taken back, the
   *     next to be taken again first
   * @param done how many of them are done
   * @param whole whether the first step ever made is still among them
   */
  public record Course(List<Named> steps, int done, boolean whole) {
    /** No step yet. */
    public static final Course NONE = new Course(List.of(), 0, true);

    public Course {
      steps = List.copyOf(steps);
      Objects.checkIndex(done, steps.size() + 1);
    }
  }

  public History() {
    this(InstantSource.system());
  }

  public History(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a step that leads away from a value. */
  public void add(String label, T before) {
    undo.push(new Step<>(label, clock.instant(), before));
    redo.clear();
    if (undo.size() > MAX_STEPS) {
      undo.removeLast();
      whole = false;
    }
  }

  /** Forgets all steps. */
  public void clear() {
    undo.clear();
    redo.clear();
    whole = true;
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
      to.push(new Step<>(step.label(), step.at(), now));
    }
    return step;
  }

  /**
   * Goes back or forth, however many steps it takes.
   *
   * @param done how many of the steps of {@link #course} are done there
   * @return the value there
   * @throws IndexOutOfBoundsException where there are not so many
   */
  public T goTo(int done, T now) {
    Objects.checkIndex(done, undo.size() + redo.size() + 1);
    T there = now;
    while (undo.size() != done) {
      Step<T> step = undo.size() > done ? undo(there) : redo(there);
      there = Objects.requireNonNull(step).value();
    }
    return there;
  }

  public Course course() {
    List<Named> steps = new ArrayList<>(undo.size() + redo.size());
    undo.descendingIterator().forEachRemaining(step -> steps.add(named(step)));
    redo.forEach(step -> steps.add(named(step)));
    return new Course(steps, undo.size(), whole);
  }

  private static <T> Named named(Step<T> step) {
    return new Named(step.label(), step.at());
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
