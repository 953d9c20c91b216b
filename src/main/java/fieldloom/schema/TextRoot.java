package fieldloom.schema;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.XmlShape;
import java.util.List;

/**
 * A target in XML whose element has nothing but a text: a rule names that text as {@code #text}, as
 * it does beside attributes, for the target's own name stands for the element.
 */
final class TextRoot {
  private TextRoot() {}

  /** The tree with that text as a field; the same tree where its record has other parts. */
  static SchemaTree of(SchemaTree tree) {
    SchemaNode root = tree.root();
    XmlShape shape = root.xml();
    if (shape == null || !root.type().isScalar()) {
      return tree;
    }
    SchemaNode text =
        SchemaNode.builder("#text", root.type())
            .required(!root.nullable() && root.type() != FieldType.STRING)
            .facets(root.facets())
            .xml(new XmlShape("#text", "", "", shape.text(), null))
            .build();
    SchemaNode element =
        SchemaNode.builder(root.name(), FieldType.OBJECT)
            .required(root.required())
            .nullable(root.nullable())
            .titles(root.titles())
            .xml(XmlShape.of(shape.local(), shape.namespace(), shape.prefix()))
            .children(List.of(text))
            .build();
    return new SchemaTree(tree.title(), element, tree.around(), tree.xsd());
  }
}
