package fieldloom.engine.internal;

import fieldloom.engine.FieldFailure;
import fieldloom.function.ValueException;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A target array: filled whole by one rule, or item by item by loops that append in order. */
final class ArrayNode extends TargetNode {
  private final int cell;
  private final List<Segment> segments = new ArrayList<>();
  private @Nullable ValueNode whole;

  /** The items of all loops, and what stands for the array where there are none. */
  record Items(List<Item> items, Object none) {}

  record Item(Segment segment, ItemScope scope) {}

  ArrayNode(String path, SchemaNode schema, int cell) {
    super(path, schema);
    this.cell = cell;
  }

  void add(Segment segment) {
    segments.add(segment);
  }

  void whole(ValueNode node) {
    whole = node;
  }

  List<Segment> segments() {
    return segments;
  }

  @Nullable ValueNode whole() {
    return whole;
  }

  @Override
  Object assemble(Scope scope, Frame frame) {
    if (whole != null) {
      return whole.assemble(scope, frame);
    }
    Items items;
    try {
      items = items(scope, frame);
    } catch (RuleFailure failure) {
      if (!frame.run.everyFailure) {
        throw failure;
      }
      return Absent.ABSENT;
    }
    if (items.none != Boolean.TRUE) {
      return items.none;
    }
    List<Object> out = new ArrayList<>(items.items.size());
    for (Item item : items.items) {
      Object value = item.segment.item().assemble(item.scope, frame);
      if (value != Absent.ABSENT) {
        out.add(value);
      } else if (item.segment.item() instanceof ObjectNode) {
        out.add(new Obj());
      }
    }
    return out;
  }

  /** The items before their fields are computed; each loop runs once a scope. */
  Items items(Scope scope, Frame frame) {
    Object known = scope.cells[cell];
    if (known == null) {
      known = loops(scope, frame);
      scope.cells[cell] = known;
    }
    if (known instanceof RuleFailure failure) {
      throw failure;
    }
    return (Items) known;
  }

  private Object loops(Scope scope, Frame frame) {
    List<Item> items = new ArrayList<>();
    Object none = Absent.ABSENT;
    for (Segment segment : segments) {
      Object given = rows(segment, scope, frame);
      if (given instanceof RuleFailure failure) {
        return failure;
      }
      if (given instanceof List<?> rows) {
        none = Boolean.TRUE;
        long position = 1;
        for (Object row : rows) {
          ItemScope item =
              new ItemScope(scope, segment, items.size(), (Object[]) row, position++, rows.size());
          items.add(new Item(segment, item));
        }
      } else if (given == Null.NULL && none == Absent.ABSENT) {
        none = Null.NULL;
      }
    }
    return new Items(items, none);
  }

  /** The rows of a loop; absent or null where it runs over that; the failure where it fails. */
  private Object rows(Segment segment, Scope scope, Frame frame) {
    Scope before = frame.scope;
    frame.enter(scope);
    try {
      Expr when = segment.when();
      Recorder recorder = frame.recorder;
      if (when != null && !Coercion.holds(when.eval(frame))) {
        if (recorder != null) {
          recorder.used.skipped(segment.rule.index());
        }
        return Absent.ABSENT;
      }
      Object rows = segment.loop().rows(frame);
      if (recorder != null) {
        recorder.used.ran(segment.rule.index(), rows instanceof List<?> list ? list.size() : 0);
      }
      return rows;
    } catch (ValueException e) {
      FieldFailure failure =
          new FieldFailure(
              scope.path(path) + "[]",
              segment.rule.index(),
              e.position(),
              e.code(),
              Objects.requireNonNull(e.getMessage()));
      frame.failures.add(failure);
      return new RuleFailure(failure);
    } catch (RuleFailure inherited) {
      return inherited;
    } finally {
      frame.enter(before);
    }
  }

  @Override
  void rules(Set<Integer> into) {
    if (whole != null) {
      whole.rules(into);
    }
    for (Segment segment : segments) {
      into.add(segment.rule.index());
      segment.item().rules(into);
    }
  }
}
