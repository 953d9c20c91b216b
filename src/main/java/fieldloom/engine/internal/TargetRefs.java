package fieldloom.engine.internal;

import fieldloom.engine.internal.ParsedRule.Step;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a reference to a target field. Inside the rules of an item, a path through the item's
 * array means this item; elsewhere it is the list over all items.
 */
final class TargetRefs {
  private final CompileContext context;
  private final Site site;
  private final Pos pos;

  TargetRefs(CompileContext context, Site site, Pos pos) {
    this.context = context;
    this.site = site;
    this.pos = pos;
  }

  /** What a path leads to; nothing where it leads nowhere, which is a problem then. */
  Typed find(TargetPlan plan, Path path) {
    List<Step> steps = Step.of(path);
    TargetNode node = plan.top();
    int at = 0;
    int level = 0;
    if (node instanceof ArrayNode records) {
      if (site.loops().isEmpty() || site.loops().getFirst().array != records) {
        context.problems.error(
            "unknown-path",
            site.at(pos),
            "Fields of " + plan.name() + " are those of one record, which is not there yet.",
            "Read them in rules of the record's fields only.");
        return ExprCompiler.NOTHING;
      }
      // Inside the rules of a record, its fields are this record's.
      node = site.loops().getFirst().item();
      level = 1;
    }
    while (at < steps.size()) {
      TargetNode next = null;
      int nextLevel = level;
      if (node instanceof ObjectNode o && !steps.get(at).isItem()) {
        next = o.fields().get(steps.get(at).name());
      } else if (node instanceof ArrayNode a
          && level < site.loops().size()
          && site.loops().get(level).array == a
          && steps.get(at).isItem()) {
        next = site.loops().get(level).item();
        nextLevel++;
      }
      if (next == null) {
        break;
      }
      node = next;
      level = nextLevel;
      at++;
    }
    return found(node, steps, at, level, plan, path);
  }

  private Typed found(
      TargetNode node, List<Step> steps, int at, int level, TargetPlan plan, Path path) {
    boolean list = steps.subList(at, steps.size()).stream().anyMatch(Step::isItem);
    TargetRead.Access access = access(node, steps, at, path);
    if (access == null) {
      return ExprCompiler.NOTHING;
    }
    int up = site.loops().size() - level;
    SchemaNode schema = plan.schema.find(path);
    ValueType leaf = schema == null ? ValueType.ANY : ValueType.of(schema);
    ValueType type = list ? ValueType.listOf(leaf) : leaf;
    String pattern = schema == null ? null : context.pattern(schema);
    Navigation read =
        new Navigation(
            ExprCompiler.NOTHING.expr(), list ? 1 : 0, Path.EMPTY, leaf.type(), pattern, pos);
    TargetRead.Simple simple = simple(node, steps, at);
    return new Typed(new TargetRead(access, up, read, simple), type);
  }

  /** The field that a path leads to where that is one, or one of each item of one array. */
  private static TargetRead.@Nullable Simple simple(TargetNode node, List<Step> steps, int at) {
    TargetNode here = node;
    for (int i = at; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (here instanceof ObjectNode o && !step.isItem()) {
        here = o.fields().get(step.name());
      } else if (here instanceof ArrayNode a && a.whole() == null && step.isItem()) {
        return ofItems(a, steps, i + 1);
      } else {
        return null;
      }
    }
    return here instanceof ValueNode v ? new TargetRead.Simple(null, List.of(v)) : null;
  }

  private static TargetRead.@Nullable Simple ofItems(ArrayNode array, List<Step> steps, int at) {
    if (at == steps.size()) {
      // The items themselves: those without a value are not written, and not in the list either.
      return null;
    }
    List<ValueNode> fields = new ArrayList<>();
    for (Segment segment : array.segments()) {
      TargetRead.Simple inside = simple(segment.item(), steps, at);
      if (inside == null || inside.array() != null) {
        return null;
      }
      fields.addAll(inside.fields());
    }
    return new TargetRead.Simple(array, List.copyOf(fields));
  }

  private TargetRead.@Nullable Access access(TargetNode node, List<Step> steps, int at, Path path) {
    if (at == steps.size()) {
      Set<Integer> rules = new LinkedHashSet<>();
      node.rules(rules);
      rules.forEach(r -> context.reads(site.rule(), r));
      return node instanceof ValueNode v ? v::get : node::assemble;
    }
    Step step = steps.get(at);
    return switch (node) {
      case ValueNode v -> inside(v, steps, at);
      case ObjectNode o -> field(o, step, steps, at, path);
      case ArrayNode a when a.whole() != null ->
          inside(Objects.requireNonNull(a.whole()), steps, at);
      case ArrayNode a when step.isItem() -> items(a, steps, at, path);
      case ArrayNode ignored -> {
        context.problems.error(
            "repeats",
            site.at(pos),
            "The target field before “" + step.name() + "” repeats.",
            "Write [] behind its name.");
        yield null;
      }
    };
  }

  /** A path into a value that one rule gives. */
  private TargetRead.Access inside(ValueNode node, List<Step> steps, int at) {
    context.reads(site.rule(), node.rule.index());
    int arrays = 0;
    int i = at;
    while (i < steps.size() && steps.get(i).isItem()) {
      arrays++;
      i++;
    }
    List<Path.Step> rest = new ArrayList<>();
    while (i < steps.size()) {
      String name = Objects.requireNonNull(steps.get(i++).name());
      int lists = 0;
      while (i < steps.size() && steps.get(i).isItem()) {
        lists++;
        i++;
      }
      rest.add(new Path.Step(name, lists));
    }
    Navigation walk =
        new Navigation(
            ExprCompiler.NOTHING.expr(), arrays, new Path(rest), FieldType.ANY, null, pos);
    return (scope, frame) -> walk.from(node.get(scope, frame), frame);
  }

  private TargetRead.@Nullable Access field(
      ObjectNode node, Step step, List<Step> steps, int at, Path path) {
    TargetNode field = step.isItem() ? null : node.fields().get(step.name());
    if (field != null) {
      return access(field, steps, at + 1, path);
    }
    ValueNode base = node.base();
    if (base != null) {
      return inside(base, steps, at);
    }
    String name = step.isItem() ? "[]" : String.valueOf(step.name());
    SchemaNode schema = node.schema;
    boolean listed = schema.type() == FieldType.ANY || schema.child(name) != null;
    String message =
        listed
            ? "No rule fills “" + path + "”, which is read here."
            : "The target has no field “" + name + "” at " + path + ".";
    String remedy = Problems.nearest(name, node.fields().keySet());
    if (listed || schema.open()) {
      context.problems.warning("unfilled-target", site.at(pos), message, remedy);
    } else {
      context.problems.error("unknown-path", site.at(pos), message, remedy);
    }
    return null;
  }

  /** Whether rules fill what a path leads to, or it is written wrongly. */
  private static boolean leads(@Nullable TargetNode node, List<Step> steps, int at) {
    if (node == null || at == steps.size()) {
      return node != null;
    }
    Step step = steps.get(at);
    return switch (node) {
      case ValueNode ignored -> true;
      case ObjectNode o ->
          o.base() != null || !step.isItem() && leads(o.fields().get(step.name()), steps, at + 1);
      case ArrayNode a ->
          a.whole() != null
              || !step.isItem()
              || a.segments().stream().anyMatch(s -> leads(s.item(), steps, at + 1));
    };
  }

  private TargetRead.@Nullable Access items(ArrayNode array, List<Step> steps, int at, Path path) {
    array.segments().forEach(s -> context.reads(site.rule(), s.rule.index()));
    if (at + 1 == steps.size()) {
      Set<Integer> rules = new LinkedHashSet<>();
      array.rules(rules);
      rules.forEach(r -> context.reads(site.rule(), r));
      return array::assemble;
    }
    List<Segment> segments = array.segments();
    List<TargetRead.Access> inner = new ArrayList<>();
    List<Segment> filled = segments.stream().filter(s -> leads(s.item(), steps, at + 1)).toList();
    // Where no loop fills the field, one of them says so.
    List<Segment> asked = filled.isEmpty() ? segments.stream().limit(1).toList() : filled;
    for (Segment segment : segments) {
      TargetRead.Access access =
          asked.contains(segment) ? access(segment.item(), steps, at + 1, path) : null;
      inner.add(access == null ? (scope, frame) -> Absent.ABSENT : access);
    }
    boolean flatten = steps.subList(at + 1, steps.size()).stream().anyMatch(Step::isItem);
    return (scope, frame) -> {
      ArrayNode.Items items = array.items(scope, frame);
      if (items.none() != Boolean.TRUE) {
        return items.none();
      }
      List<Object> out = new ArrayList<>(items.items().size());
      for (ArrayNode.Item item : items.items()) {
        Object value = inner.get(segments.indexOf(item.segment())).get(item.scope(), frame);
        if (!flatten) {
          out.add(value);
        } else if (value instanceof List<?> list) {
          out.addAll(list);
        }
      }
      return out;
    };
  }
}
