package fieldloom.ui.shell;

import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of the targets is filled.
 *
 * @param mapped fields that a rule fills, by itself or as part of what it is in
 * @param fields fields without parts, in all targets; a schema that contains itself is counted once
 *     round
 */
record TargetFigures(int mapped, int fields) {
  private static final int AT_MOST = 20_000;

  static TargetFigures of(Mapping mapping, Map<String, SchemaTree> schemas) {
    Counter counter = new Counter();
    for (fieldloom.model.Document target : mapping.targets()) {
      boolean main = target == mapping.mainTarget();
      counter.filled = filled(mapping, main ? null : target.name());
      SchemaTree schema = schemas.get(target.name());
      if (schema != null) {
        counter.count(schema.root(), Path.EMPTY, false);
      }
    }
    return new TargetFigures(counter.mapped, counter.fields);
  }

  private static Set<Path> filled(Mapping mapping, @Nullable String target) {
    Set<Path> paths = new HashSet<>();
    for (Rule rule : mapping.rules()) {
      boolean same = target == null ? rule.target() == null : target.equals(rule.target());
      if (same && rule.expression() != null) {
        try {
          paths.add(bare(Path.parse(rule.to())));
        } catch (IllegalArgumentException e) {
          // A path that cannot be read fills nothing; the compiler says so in its problems.
          continue;
        }
      }
    }
    return paths;
  }

  /** The path without brackets: a rule may fill a list or its items. */
  private static Path bare(Path path) {
    return new Path(path.steps().stream().map(s -> new Path.Step(s.name(), 0)).toList());
  }

  private static final class Counter {
    private final Deque<SchemaNode> way = new ArrayDeque<>();
    private Set<Path> filled = Set.of();
    private int mapped;
    private int fields;

    void count(SchemaNode node, Path at, boolean above) {
      if (fields >= AT_MOST || way.contains(node)) {
        return;
      }
      boolean has = above || filled.contains(at);
      way.push(node);
      if (node.type() == FieldType.ARRAY) {
        count(node.item(), at, has);
      } else if (!node.children().isEmpty()) {
        for (SchemaNode child : node.children()) {
          count(child, at.child(child.name()), has);
        }
      } else if (!at.isEmpty()) {
        fields++;
        mapped += has ? 1 : 0;
      }
      way.pop();
    }
  }
}
