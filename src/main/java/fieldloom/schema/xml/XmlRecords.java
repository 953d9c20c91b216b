package fieldloom.schema.xml;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.XmlSchemaFiles;
import fieldloom.payload.FormatException;
import fieldloom.payload.xml.RecordsPath;
import fieldloom.payload.xml.XmlNames;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a document's schema that one record has, as the option {@code records} says. */
public final class XmlRecords {
  private XmlRecords() {}

  /** The option {@code namespaces} of the source or target whose schema a file is. */
  public static XmlNames names(SchemaFile file) throws SchemaException {
    try {
      return XmlNames.of(file.label(), file.options());
    } catch (FormatException e) {
      throw new SchemaException(String.valueOf(e.getMessage()));
    }
  }

  /** The option {@code records} of the source or target whose schema a file is. */
  public static RecordsPath path(SchemaFile file) throws SchemaException {
    try {
      return RecordsPath.of(file.label(), file.options());
    } catch (FormatException e) {
      throw new SchemaException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The tree of one record.
   *
   * @param root of the whole document
   * @throws SchemaException where the path leads to no element of it
   */
  public static SchemaTree tree(
      SchemaFile file, SchemaNode root, RecordsPath path, @Nullable XmlSchemaFiles xsd)
      throws SchemaException {
    List<SchemaNode> around = new ArrayList<>();
    SchemaNode node = root;
    for (int i = 1; i < path.names().size(); i++) {
      around.add(node);
      node = child(file, node, path, path.names().get(i));
    }
    return new SchemaTree(node.title(), node, around, xsd);
  }

  private static SchemaNode child(SchemaFile file, SchemaNode parent, RecordsPath path, String name)
      throws SchemaException {
    SchemaNode child = parent.child(name);
    if (child == null) {
      child = parent.child(name.substring(name.indexOf(':') + 1));
    }
    if (child == null) {
      throw wrong(file, path, parent.name() + " has no element " + name);
    }
    return child.type() == FieldType.ARRAY ? child.item() : child;
  }

  /** What is said where a path does not lead into a document. */
  public static SchemaException wrong(SchemaFile file, RecordsPath path, String why) {
    return new SchemaException(
        "The option records is \""
            + path
            + "\", but in "
            + file.label()
            + " "
            + why
            + "; name the elements from the root down to one record.");
  }
}
