package fieldloom.schema;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One schema of several samples: a field is required where all have it, and of the widest type. In
 * XML a field that repeats in one sample repeats, and one that has parts in one sample has parts.
 */
final class MergedSamples {
  private static final String TEXT = "#text";

  private MergedSamples() {}

  /**
   * Merges them.
   *
   * @param trees at least one
   */
  static SchemaTree of(List<SchemaTree> trees) {
    SchemaTree first = trees.getFirst();
    if (trees.size() == 1) {
      return first;
    }
    SchemaNode root = merge(trees.stream().map(SchemaTree::root).toList(), true);
    return new SchemaTree(first.title(), root, first.around(), first.xsd());
  }

  private static SchemaNode merge(List<SchemaNode> all, boolean required) {
    List<SchemaNode> known = all.stream().filter(node -> !isBlank(node)).toList();
    if (known.isEmpty()) {
      return copy(all.getFirst(), FieldType.ANY, all, required).build();
    }
    SchemaNode first = known.getFirst();
    boolean xml = known.stream().allMatch(node -> node.xml() != null);
    Set<FieldType> types = EnumSet.noneOf(FieldType.class);
    known.forEach(node -> types.add(node.type()));
    if (types.contains(FieldType.ARRAY) && (types.size() == 1 || xml)) {
      List<SchemaNode> items =
          known.stream().map(n -> n.type() == FieldType.ARRAY ? n.item() : n).toList();
      return copy(first, FieldType.ARRAY, all, required).item(merge(items, true)).build();
    }
    if (types.contains(FieldType.OBJECT) && (types.size() == 1 || xml)) {
      List<SchemaNode> objects = known.stream().map(MergedSamples::withText).toList();
      return copy(first, FieldType.OBJECT, all, required).children(children(objects)).build();
    }
    return copy(first, xml ? widestText(types) : widest(types), all, required).build();
  }

  /** What was null or empty wherever it was seen: it says nothing of the type. */
  private static boolean isBlank(SchemaNode node) {
    return node.type() == FieldType.ANY && node.children().isEmpty();
  }

  private static SchemaNode.Builder copy(
      SchemaNode first, FieldType type, List<SchemaNode> all, boolean required) {
    Facets facets = first.facets();
    boolean same = all.stream().allMatch(node -> node.facets().equals(facets));
    return SchemaNode.builder(first.name(), type)
        .required(required && all.stream().allMatch(SchemaNode::required))
        .nullable(all.stream().anyMatch(SchemaNode::nullable))
        .open(all.stream().anyMatch(SchemaNode::open))
        .titles(first.titles())
        .facets(same ? facets : Facets.NONE)
        .xml(first.xml());
  }

  /** An element without parts as one that has: its value becomes its own text. */
  private static SchemaNode withText(SchemaNode node) {
    if (node.type() == FieldType.OBJECT) {
      return node;
    }
    SchemaNode text = SchemaNode.builder(TEXT, node.type()).open(true).build();
    return SchemaNode.builder(node.name(), FieldType.OBJECT)
        .required(node.required())
        .nullable(node.nullable())
        .open(true)
        .xml(node.xml())
        .children(List.of(text))
        .build();
  }

  private static List<SchemaNode> children(List<SchemaNode> objects) {
    Map<String, List<SchemaNode>> byName = new LinkedHashMap<>();
    for (SchemaNode object : objects) {
      for (SchemaNode child : object.children()) {
        byName.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(child);
      }
    }
    return byName.values().stream()
        .map(found -> merge(found, found.size() == objects.size()))
        .toList();
  }

  private static FieldType widest(Set<FieldType> types) {
    if (types.size() == 1) {
      return types.iterator().next();
    }
    if (types.equals(Set.of(FieldType.INTEGER, FieldType.DECIMAL))) {
      return FieldType.DECIMAL;
    }
    boolean texts = types.stream().allMatch(t -> t == FieldType.STRING || t.isTemporal());
    return texts ? FieldType.STRING : FieldType.ANY;
  }

  /** In XML everything is a text in the end. */
  private static FieldType widestText(Set<FieldType> types) {
    FieldType widest = widest(types);
    return widest == FieldType.ANY ? FieldType.STRING : widest;
  }
}
