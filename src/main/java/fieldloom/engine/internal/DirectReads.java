package fieldloom.engine.internal;

import fieldloom.model.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the code has to know of targets before it is made: where fields are and which are read. */
final class DirectReads {
  /** How many loops are around a field. */
  private final Map<ValueNode, Integer> depths = new IdentityHashMap<>();

  private final Set<TargetNode> read = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Segment> direct = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Expr> all = new ArrayList<>();

  /** Numbers of the cells of fields and arrays that are read, within their record or item. */
  private final Map<TargetNode, Integer> cells = new IdentityHashMap<>();

  private final List<Segment> segments = new ArrayList<>();
  private final DirectMedium medium;
  private int deepest;

  /**
   * @param targets in the order in which their aliases become known
   */
  DirectReads(List<TargetPlan> targets, DirectMedium medium) {
    this.medium = medium;
    targets.forEach(t -> node(t.top(), 0));
    all.forEach(this::reads);
    targets.forEach(this::cells);
    segments.forEach(this::cells);
  }

  /** Goes through the target in the order in which aliases become known. */
  private void node(TargetNode node, int depth) {
    deepest = Math.max(deepest, depth);
    switch (node) {
      case ValueNode v -> value(v, depth);
      case ObjectNode o -> {
        if (o.base() != null) {
          value(o.base(), depth);
        }
        o.fields().values().forEach(f -> node(f, depth));
      }
      case ArrayNode a -> {
        if (a.whole() != null) {
          value(a.whole(), depth);
        } else {
          a.segments().forEach(s -> segment(s, depth));
        }
      }
    }
  }

  private void value(ValueNode node, int depth) {
    depths.put(node, depth);
    all.add(node.exec().value());
    if (node.exec().when() != null) {
      all.add(Objects.requireNonNull(node.exec().when()));
    }
  }

  private void segment(Segment segment, int depth) {
    LoopPlan loop = segment.loop();
    all.addAll(loop.exprs());
    if (segment.when() != null) {
      all.add(Objects.requireNonNull(segment.when()));
    }
    boolean plain = loop.joins().isEmpty() && loop.distinct() == null && loop.group() == null;
    if (plain && isPlain(loop) && itemsAreObjects(segment)) {
      Navigation over = (Navigation) loop.over();
      int from = ((Exprs.Slot) over.start()).slot();
      medium.items(loop.slots()[0], from, over.path());
      direct.add(segment);
    } else if (loop.exprs().stream().anyMatch(e -> e.has(TargetRead.class))) {
      throw new DirectExprs.Unsupported();
    } else {
      medium.rows(loop.slots());
    }
    segments.add(segment);
    node(segment.item(), depth + 1);
  }

  private boolean isPlain(LoopPlan loop) {
    boolean counts = loop.order() != null && loop.exprs().stream().anyMatch(DirectReads::counts);
    return !counts
        && loop.over() instanceof Navigation n
        && n.start() instanceof Exprs.Slot s
        && medium.reads(s.slot())
        && n.arrays() == 0
        && !n.leaf().isScalar()
        && endsInList(n.path());
  }

  /** Whether a path ends in its only list. */
  private static boolean endsInList(List<Path.Step> path) {
    for (int i = 0; i < path.size(); i++) {
      boolean last = i == path.size() - 1;
      if (path.get(i).arrays() != (last ? 1 : 0) || path.get(i).name().equals("#text")) {
        return false;
      }
    }
    return !path.isEmpty();
  }

  /** Whether a formula asks for the position of its item. */
  private static boolean counts(Expr expr) {
    return expr instanceof CallExpr c
            && (c.def.name().equals("POSITION") || c.def.name().equals("ROW_NUMBER"))
        || expr.parts().stream().anyMatch(DirectReads::counts);
  }

  /** Items of scalars are not read one by one; an item that is one value may be of these. */
  private static boolean itemsAreObjects(Segment segment) {
    return segment.item() instanceof ObjectNode;
  }

  private void reads(Expr expr) {
    if (expr instanceof TargetRead t) {
      TargetRead.Simple simple = t.simple();
      if (simple == null) {
        throw new DirectExprs.Unsupported();
      }
      read.addAll(simple.fields());
      if (simple.array() != null) {
        read.add(simple.array());
      }
    }
    expr.parts().forEach(this::reads);
  }

  /** Whether a rule reads a field. */
  boolean isRead(TargetNode node) {
    return read.contains(node);
  }

  /** How many loops are around a field. */
  int depth(ValueNode node) {
    return Objects.requireNonNull(depths.get(node));
  }

  /** Whether the code goes over the items of a loop itself. */
  boolean isDirect(Segment segment) {
    return direct.contains(segment);
  }

  /** How many cells an item needs; 0 where no rule reads its fields. */
  int cells(Segment segment) {
    return number(segment.item(), 0);
  }

  /** How many cells a record needs. */
  int cells(TargetPlan target) {
    return number(target.top(), 0);
  }

  /** Gives cells to what is read of a record or item, and says how many. */
  private int number(TargetNode node, int from) {
    int next = from;
    if (read.contains(node)) {
      cells.put(node, next++);
    }
    if (node instanceof ObjectNode o) {
      for (TargetNode field : o.fields().values()) {
        next = number(field, next);
      }
    }
    return next;
  }

  /** The cell of a field or array that is read. */
  int cell(TargetNode node) {
    return Objects.requireNonNull(cells.get(node));
  }

  /** How deep loops nest. */
  int depth() {
    return deepest;
  }
}
