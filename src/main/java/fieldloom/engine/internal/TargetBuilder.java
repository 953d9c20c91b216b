package fieldloom.engine.internal;

import fieldloom.model.FieldType;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Second pass: puts the rules of a target where they belong in its tree. */
final class TargetBuilder {
  private final Problems problems;
  private final LoopOwners owners;

  TargetBuilder(Problems problems, LoopOwners owners) {
    this.problems = problems;
    this.owners = owners;
  }

  void build(TargetPlan plan, List<ParsedRule> rules) {
    AtomicInteger cells = new AtomicInteger();
    SchemaNode schema = plan.schema.root();
    List<ParsedRule> here = rules.stream().filter(r -> r.steps().isEmpty()).toList();
    if (here.isEmpty()) {
      ObjectNode root = new ObjectNode("", schema, true);
      fields(root, rules, 0, "", cells);
      plan.top(root, cells.get());
    } else {
      plan.top(records(here, rules, schema, cells), cells.get());
    }
  }

  /** The records of a target as the items of a list. */
  private ArrayNode records(
      List<ParsedRule> here, List<ParsedRule> rules, SchemaNode record, AtomicInteger cells) {
    SchemaNode list = SchemaNode.builder(record.name(), FieldType.ARRAY).item(record).build();
    List<ParsedRule> below = rules.stream().filter(r -> !r.steps().isEmpty()).toList();
    List<ParsedRule> wholes = here.stream().filter(r -> !r.isLoop()).toList();
    List<ParsedRule> loops = here.stream().filter(ParsedRule::isLoop).toList();
    ArrayNode records = new ArrayNode("", list, cells.getAndIncrement());
    if (wholes.isEmpty()) {
      loops(records, loops, below, 0, record);
    } else {
      whole(records, wholes, loops, below, list, Rule.RECORDS, cells);
    }
    return records;
  }

  private void fields(
      ObjectNode node, List<ParsedRule> rules, int depth, String path, AtomicInteger cells) {
    Map<String, List<ParsedRule>> byName = new LinkedHashMap<>();
    for (ParsedRule rule : rules) {
      // What goes on with an item is no field of an object, and has been told from those.
      String name = Objects.requireNonNull(rule.steps().get(depth).name());
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(rule);
    }
    byName.forEach(
        (name, own) -> {
          SchemaNode schema = child(node.schema, name, own.getFirst());
          String below = (path.isEmpty() ? "" : path + ".") + fieldloom.model.Path.quote(name);
          node.put(name, node(own, depth + 1, schema, below, cells));
        });
    node.seal();
  }

  private SchemaNode child(SchemaNode parent, String name, ParsedRule rule) {
    if (parent.type() == FieldType.ANY) {
      return SchemaNode.any(name);
    }
    SchemaNode child = parent.child(name);
    if (child != null) {
      return child;
    }
    List<String> known = parent.children().stream().map(SchemaNode::name).toList();
    Problem.Place place = new Problem.Place(rule.index(), rule.rule().to(), "to", 0, 0);
    String remedy = Problems.nearest(name, known);
    if (parent.type() == FieldType.OBJECT && parent.open()) {
      problems.warning(
          "unlisted-target", place, "The target's schema has no field “" + name + "”.", remedy);
    } else if (parent.type() == FieldType.ARRAY) {
      problems.error(
          "repeats", place, "“" + parent.name() + "” repeats.", "Write [] behind its name.");
    } else {
      problems.error(
          "unknown-target", place, "The target has no field “" + name + "” here.", remedy);
    }
    return SchemaNode.any(name);
  }

  /** The node that rules make whose paths go through or end at {@code depth}. */
  private TargetNode node(
      List<ParsedRule> rules, int depth, SchemaNode schema, String path, AtomicInteger cells) {
    List<ParsedRule> here = rules.stream().filter(r -> r.steps().size() == depth).toList();
    List<ParsedRule> below = rules.stream().filter(r -> r.steps().size() > depth).toList();
    boolean array = below.stream().anyMatch(r -> r.steps().get(depth).isItem());
    if (array || here.stream().anyMatch(ParsedRule::isLoop)) {
      return array(here, below, depth, schema, path, cells);
    }
    ParsedRule own = single(here);
    if (below.isEmpty() && own != null) {
      return new ValueNode(path, schema, own, cells.getAndIncrement());
    }
    ObjectNode node = new ObjectNode(path, schema, false);
    if (own != null) {
      node.base(new ValueNode(path, schema, own, cells.getAndIncrement()));
    }
    fields(node, below, depth, path, cells);
    return node;
  }

  private @Nullable ParsedRule single(List<ParsedRule> rules) {
    if (rules.size() > 1) {
      ParsedRule second = rules.get(1);
      problems.error(
          "two-rules",
          Problem.Place.of(second.index(), second.rule().to()),
          "Two rules write " + second.rule().to() + ".",
          "Remove one, or give each “in” with the alias of its loop.");
    }
    return rules.isEmpty() ? null : rules.getFirst();
  }

  private ArrayNode array(
      List<ParsedRule> here,
      List<ParsedRule> below,
      int depth,
      SchemaNode schema,
      String path,
      AtomicInteger cells) {
    List<ParsedRule> items = below.stream().filter(r -> r.steps().get(depth).isItem()).toList();
    below.stream()
        .filter(r -> !r.steps().get(depth).isItem())
        .forEach(
            r ->
                problems.error(
                    "repeats",
                    Problem.Place.of(r.index(), r.rule().to()),
                    "“" + path + "” repeats elsewhere in this mapping.",
                    "Write [] behind its name."));
    SchemaNode item = item(schema, items, here);
    ArrayNode array = new ArrayNode(path, schema, cells.getAndIncrement());
    List<ParsedRule> loops = new ArrayList<>(here.stream().filter(ParsedRule::isLoop).toList());
    List<ParsedRule> wholes = new ArrayList<>(here.stream().filter(r -> !r.isLoop()).toList());
    List<ParsedRule> children = new ArrayList<>();
    for (ParsedRule rule : items) {
      boolean ends = rule.steps().size() == depth + 1;
      (ends ? rule.isLoop() ? loops : wholes : children).add(rule);
    }
    if (!wholes.isEmpty()) {
      whole(array, wholes, loops, children, schema, path, cells);
    } else {
      loops(array, loops, children, depth + 1, item);
    }
    return array;
  }

  private SchemaNode item(SchemaNode schema, List<ParsedRule> items, List<ParsedRule> here) {
    if (schema.type() == FieldType.ARRAY) {
      return schema.item();
    }
    if (schema.type() != FieldType.ANY) {
      ParsedRule rule = items.isEmpty() ? here.getFirst() : items.getFirst();
      problems.error(
          "not-repeating",
          new Problem.Place(rule.index(), rule.rule().to(), "to", 0, 0),
          "“" + schema.name() + "” does not repeat.",
          "Remove the [].");
    }
    return SchemaNode.any(schema.name());
  }

  private void whole(
      ArrayNode array,
      List<ParsedRule> wholes,
      List<ParsedRule> loops,
      List<ParsedRule> children,
      SchemaNode schema,
      String path,
      AtomicInteger cells) {
    List<ParsedRule> all = new ArrayList<>(wholes);
    all.addAll(loops);
    all.addAll(children);
    ParsedRule own = Objects.requireNonNull(single(all));
    SchemaNode list =
        schema.type() == FieldType.ANY
            ? SchemaNode.builder(schema.name(), FieldType.ARRAY)
                .item(SchemaNode.any(schema.name()))
                .build()
            : schema;
    array.whole(new ValueNode(path, list, own, cells.getAndIncrement()));
  }

  private void loops(
      ArrayNode array,
      List<ParsedRule> loops,
      List<ParsedRule> children,
      int depth,
      SchemaNode item) {
    if (loops.isEmpty()) {
      ParsedRule first = children.getFirst();
      problems.error(
          "no-loop",
          Problem.Place.of(first.index(), first.rule().to()),
          "Nothing builds the items of " + array.path + "[].",
          "Add a rule to " + array.path + "[] with each.");
      return;
    }
    Map<ParsedRule, List<ParsedRule>> owned = owners.divide(loops, children);
    for (ParsedRule loop : loops) {
      Segment segment = new Segment(loop, array);
      AtomicInteger cells = new AtomicInteger();
      List<ParsedRule> own = owned.getOrDefault(loop, List.of());
      segment.item(itemNode(loop, own, depth, item, cells), cells.get());
      array.add(segment);
    }
  }

  private TargetNode itemNode(
      ParsedRule loop, List<ParsedRule> own, int depth, SchemaNode item, AtomicInteger cells) {
    if (loop.value() != null && own.isEmpty()) {
      return new ValueNode("", item, loop, cells.getAndIncrement());
    }
    if (own.stream().anyMatch(r -> r.steps().get(depth).isItem())) {
      return array(List.of(), own, depth, item, "", cells);
    }
    ObjectNode node = new ObjectNode("", item, true);
    if (loop.value() != null) {
      node.base(new ValueNode("", item, loop, cells.getAndIncrement()));
    }
    fields(node, own, depth, "", cells);
    return node;
  }
}
