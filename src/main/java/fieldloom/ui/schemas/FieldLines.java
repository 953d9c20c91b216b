package fieldloom.ui.schemas;

import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.Readings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The fields of a schema as lines, groups before their parts, a schema that contains itself once
 * round.
 *
 * @param lines at most 2,000
 * @param isAll whether these are all
 */
public record FieldLines(List<FieldLine> lines, boolean isAll) {
  private static final int AT_MOST = 2_000;
  private static final int DEEPEST = 16;

  /** No fields. */
  public static final FieldLines NONE = new FieldLines(List.of(), true);

  public FieldLines {
    lines = List.copyOf(lines);
  }

  /** The fields of a schema; makes those nodes of it that are shown. */
  public static FieldLines of(SchemaTree tree) {
    Walk walk = new Walk();
    walk.into(tree.root().innermost(), 0);
    return new FieldLines(walk.found, walk.all);
  }

  /** Goes down a schema. */
  private static final class Walk {
    private final List<FieldLine> found = new ArrayList<>();
    private final Deque<SchemaNode> way = new ArrayDeque<>();
    private boolean all = true;

    void into(SchemaNode group, int depth) {
      if (depth > DEEPEST) {
        all = false;
        return;
      }
      if (way.contains(group)) {
        return;
      }
      way.push(group);
      int number = 0;
      for (SchemaNode place : group.places()) {
        add(place, String.valueOf(++number), depth);
      }
      for (SchemaNode child : group.children()) {
        if (!add(child, child.name() + "[]".repeat(child.arrays()), depth)) {
          break;
        }
        into(child.innermost(), depth + 1);
      }
      way.pop();
    }

    private boolean add(SchemaNode node, String label, int depth) {
      Readings.checkWanted();
      if (found.size() >= AT_MOST) {
        all = false;
        return false;
      }
      found.add(new FieldLine(depth, label, node.type(), node.titles(), node.required()));
      return true;
    }
  }
}
