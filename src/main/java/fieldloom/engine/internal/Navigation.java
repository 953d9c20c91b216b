package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks from a value along a path. Behind {@code []} it gives a list; what stands in lists inside
 * lists is put in one.
 */
final class Navigation implements Expr {
  private final Expr from;
  private final Path.Step[] steps;
  private final int arrays;
  private final FieldType leaf;
  private final @Nullable String pattern;
  private final @Nullable Pos pos;

  /**
   * @param arrays how many {@code []} follow the first value itself
   * @param leaf what the values found are read as
   * @param pos where the path stands in its formula; null for a plain link
   */
  Navigation(
      Expr from,
      int arrays,
      Path path,
      FieldType leaf,
      @Nullable String pattern,
      @Nullable Pos pos) {
    this.from = from;
    this.arrays = arrays;
    this.steps = path.steps().toArray(new Path.Step[0]);
    this.leaf = leaf;
    this.pattern = pattern;
    this.pos = pos;
  }

  /** Where it starts. */
  Expr start() {
    return from;
  }

  /** How many lists the first value itself is taken apart. */
  int arrays() {
    return arrays;
  }

  List<Path.Step> path() {
    return List.of(steps);
  }

  /** What the values found are read as. */
  FieldType leaf() {
    return leaf;
  }

  /** Whether values are read by a pattern. */
  boolean hasPattern() {
    return pattern != null;
  }

  /** A value found, read as that. */
  Object read(Object value, Frame frame) {
    if (leaf.isScalar()) {
      return Coercion.read(value, leaf, pattern, frame.zone(), frame.locale());
    }
    return value;
  }

  @Override
  public Object eval(Frame frame) {
    return from(from.eval(frame), frame);
  }

  @Override
  public List<Expr> parts() {
    return List.of(from);
  }

  /** Walks from a given value. */
  Object from(Object value, Frame frame) {
    try {
      return walk(value, arrays, 0, frame);
    } catch (ValueException e) {
      throw pos == null ? e : e.at(pos);
    }
  }

  private Object walk(Object value, int lists, int next, Frame frame) {
    if (lists > 0) {
      return list(value, lists, next, frame);
    }
    if (next == steps.length) {
      return read(value, frame);
    }
    Path.Step step = steps[next];
    return walk(member(value, step), step.arrays(), next + 1, frame);
  }

  private static Object member(Object value, Path.Step step) {
    if (value instanceof Obj o) {
      return o.get(step.name());
    }
    if (value instanceof List<?>) {
      throw new ValueException(
          "repeats", "The value before “" + step + "” repeats; write [] behind its name.");
    }
    boolean ownText = step.name().equals("#text") && value != Null.NULL;
    return ownText ? value : Absent.ABSENT;
  }

  private Object list(Object value, int lists, int next, Frame frame) {
    if (value == Absent.ABSENT || value == Null.NULL) {
      return value;
    }
    List<?> items = value instanceof List<?> l ? l : List.of(value);
    List<Object> out = new ArrayList<>(items.size());
    boolean flatten = lists > 1 || hasArrays(next);
    for (Object item : items) {
      Object found = walk(item, lists - 1, next, frame);
      if (!flatten) {
        out.add(found);
      } else if (found instanceof List<?> inner) {
        out.addAll(inner);
      } else if (found != Absent.ABSENT && found != Null.NULL) {
        out.add(found);
      }
    }
    return out;
  }

  private boolean hasArrays(int next) {
    for (int i = next; i < steps.length; i++) {
      if (steps[i].arrays() > 0) {
        return true;
      }
    }
    return false;
  }
}
