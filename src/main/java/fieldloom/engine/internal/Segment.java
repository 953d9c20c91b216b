package fieldloom.engine.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One loop that builds items of a target array. Filled in by the compiler, then never changed. */
final class Segment {
  final ParsedRule rule;
  final ArrayNode array;
  private @Nullable TargetNode item;
  private @Nullable LoopPlan loop;
  private @Nullable Expr when;
  private int cells;

  Segment(ParsedRule rule, ArrayNode array) {
    this.rule = rule;
    this.array = array;
  }

  void item(TargetNode node, int itemCells) {
    item = node;
    cells = itemCells;
  }

  void loop(LoopPlan plan, @Nullable Expr condition) {
    loop = plan;
    when = condition;
  }

  TargetNode item() {
    return Objects.requireNonNull(item);
  }

  LoopPlan loop() {
    return Objects.requireNonNull(loop);
  }

  @Nullable Expr when() {
    return when;
  }

  int cells() {
    return cells;
  }
}
