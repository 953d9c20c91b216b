package fieldloom.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A schema as the canvas, the engine and the readers see it: the fields of one record.
 *
 * @param title what people call the document; null where the schema does not say
 * @param root the record itself; its name is the schema's, and does not appear in paths
 * @param around the XML elements around a record that is a part of a document, the document's root
 *     first
 * @param xsd what XML documents are checked against; null where it is no XML Schema
 * @param edi what EDI messages are checked against; null where it is no schema of such
 */
public record SchemaTree(
    @Nullable String title,
    SchemaNode root,
    List<SchemaNode> around,
    @Nullable XmlSchemaFiles xsd,
    @Nullable EdiSchema edi) {

  public SchemaTree {
    around = List.copyOf(around);
  }

  public SchemaTree(
      @Nullable String title,
      SchemaNode root,
      List<SchemaNode> around,
      @Nullable XmlSchemaFiles xsd) {
    this(title, root, around, xsd, null);
  }

  public SchemaTree(@Nullable String title, SchemaNode root, @Nullable EdiSchema edi) {
    this(title, root, List.of(), null, edi);
  }

  public SchemaTree(@Nullable String title, SchemaNode root) {
    this(title, root, List.of(), null, null);
  }

  /** What people call the document in a language; null where the schema does not say. */
  public @Nullable String title(Locale locale) {
    String own = root.titles().in(locale);
    return root.titles().chinese() == null && title != null ? title : own;
  }

  /** The schema of a source about which nothing is known. */
  public static SchemaTree unknown(String name) {
    return new SchemaTree(null, SchemaNode.any(name));
  }

  /** Whether nothing is known of its records: they may be anything. */
  public boolean isUnknown() {
    return root.type() == FieldType.ANY && root.children().isEmpty();
  }

  /**
   * The node at a path such as {@code lines[].sku}, from the record down. {@code lines} and {@code
   * lines[]} differ: the first is the array, the second its item.
   *
   * @return null where the schema has no such field
   */
  public @Nullable SchemaNode find(Path path) {
    SchemaNode node = root;
    for (Path.Step step : path.steps()) {
      SchemaNode child = node.child(step.name());
      if (child == null) {
        return null;
      }
      for (int i = 0; i < step.arrays(); i++) {
        if (child.type() != FieldType.ARRAY) {
          return null;
        }
        child = child.item();
      }
      node = child;
    }
    return node;
  }
}
