package fieldloom.ui.shell;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields without parts of a target's schema, in their order, a schema that contains itself once
 * round. What rules fill is looked up by their texts, each of which is read once. Of one thread.
 */
final class TargetFields {
  private static final int AT_MOST = 20_000;

  private final Map<Path, Part> parts = new HashMap<>();
  private final Map<String, Optional<Part>> read = new HashMap<>();
  private int fields;

  /** The fields that a path stands for, and those of another one that has the same. */
  private record Part(int from, int to, @Nullable Part other) {}

  private TargetFields() {}

  static TargetFields of(SchemaTree schema) {
    TargetFields made = new TargetFields();
    made.add(schema.root(), Path.EMPTY, new ArrayDeque<>());
    return made;
  }

  private void add(SchemaNode node, Path at, Deque<SchemaNode> way) {
    if (fields >= AT_MOST || way.contains(node)) {
      return;
    }
    int from = fields;
    way.push(node);
    if (node.type() == FieldType.ARRAY) {
      add(node.item(), at, way);
    } else if (!node.children().isEmpty()) {
      for (SchemaNode child : node.children()) {
        add(child, at.child(child.name()), way);
      }
    } else if (!at.isEmpty()) {
      fields++;
    }
    way.pop();
    parts.merge(at, new Part(from, fields, null), (a, b) -> new Part(b.from(), b.to(), a));
  }

  int fields() {
    return fields;
  }

  /**
   * How many are filled by rules with these targets, by themselves or as part of what they fill.
   */
  int filled(Stream<String> targets) {
    BitSet filled = new BitSet(fields);
    targets.forEach(
        target -> {
          Part part = read.computeIfAbsent(target, this::read).orElse(null);
          for (; part != null; part = part.other()) {
            filled.set(part.from(), part.to());
          }
        });
    return filled.cardinality();
  }

  private Optional<Part> read(String target) {
    try {
      return Optional.ofNullable(parts.get(bare(Path.parse(target))));
    } catch (IllegalArgumentException e) {
      // A path that cannot be read fills nothing; the compiler says so in its problems.
      return Optional.empty();
    }
  }

  /** The path without brackets: a rule may fill a list or its items. */
  private static Path bare(Path path) {
    return new Path(path.steps().stream().map(s -> new Path.Step(s.name(), 0)).toList());
  }
}
