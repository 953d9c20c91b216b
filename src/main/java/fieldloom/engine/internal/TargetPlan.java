package fieldloom.engine.internal;

import fieldloom.model.SchemaTree;
import fieldloom.model.value.Absent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the records of one target are built. Filled in by the compiler, then never changed. */
final class TargetPlan {
  private final String name;
  final SchemaTree schema;
  private @Nullable TargetNode top;
  private int cells;

  TargetPlan(String name, SchemaTree schema) {
    this.name = name;
    this.schema = schema;
  }

  String name() {
    return name;
  }

  /**
   * @param node the one record, or the array whose items are the records
   */
  void top(TargetNode node, int topCells) {
    top = node;
    cells = topCells;
  }

  TargetNode top() {
    return Objects.requireNonNull(top);
  }

  /** Whether loops make the records, so that there may be none or many. */
  boolean makesMany() {
    return top() instanceof ArrayNode;
  }

  /** Builds the records. */
  List<?> build(Frame frame) {
    Object built = top().assemble(new Scope(cells), frame);
    if (makesMany() && built instanceof List<?> records) {
      return records;
    }
    return built == Absent.ABSENT || makesMany() ? List.of() : List.of(built);
  }
}
