package fieldloom.schema;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;

/** A sample's schema as that of a target: the same fields, none of them required. */
final class Relaxed {
  private Relaxed() {}

  static SchemaTree of(SchemaTree tree) {
    return new SchemaTree(
        tree.title(),
        node(tree.root()),
        tree.around().stream().map(Relaxed::node).toList(),
        tree.xsd(),
        tree.edi());
  }

  private static SchemaNode node(SchemaNode node) {
    SchemaNode.Builder copy =
        SchemaNode.builder(node.name(), node.type())
            .nullable(true)
            .open(node.open())
            .titles(node.titles())
            .facets(node.facets())
            .xml(node.xml());
    if (node.type() == FieldType.ARRAY) {
      copy.item(() -> node(node.item()));
      if (node.isTuple()) {
        copy.places(() -> node.places().stream().map(Relaxed::node).toList());
      }
    } else {
      copy.children(() -> node.children().stream().map(Relaxed::node).toList());
    }
    return copy.build();
  }
}
