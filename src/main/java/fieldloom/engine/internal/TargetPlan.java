package fieldloom.engine.internal;

import fieldloom.model.SchemaTree;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the records of one target are built. Filled in by the compiler, then never changed. */
final class TargetPlan {
  private final String name;
  final SchemaTree schema;
  private @Nullable ObjectNode root;
  private int cells;

  TargetPlan(String name, SchemaTree schema) {
    this.name = name;
    this.schema = schema;
  }

  String name() {
    return name;
  }

  void root(ObjectNode node, int rootCells) {
    root = node;
    cells = rootCells;
  }

  ObjectNode root() {
    return Objects.requireNonNull(root);
  }

  /** Builds one record. */
  Object build(Frame frame) {
    return root().assemble(new Scope(cells), frame);
  }
}
