package fieldloom.ui.schematree;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.ui.session.FieldRef;
import org.jspecify.annotations.Nullable;

/**
 * One row of a tree.
 *
 * @param field the field it stands for; of a chain that shares the row the deepest
 * @param node the schema of the field, an array's own (not its item's)
 * @param label the name, of a chain all names: {@code FCustId.FNumber}, of an array with its []
 * @param title the title people read; null where the schema has none
 * @param depth how far it is indented, from 0
 * @param required whether its parent always has it
 * @param fields how many fields its group has; 0 for a row without parts
 * @param expanded whether its fields are shown
 * @param names how many names share the row
 * @param labelHit where the label holds what is searched for; null where it does not
 * @param titleHit the same of the title
 */
public record SchemaRow(
    FieldRef field,
    SchemaNode node,
    String label,
    @Nullable String title,
    int depth,
    boolean required,
    int fields,
    boolean expanded,
    int names,
    Sought.@Nullable Hit labelHit,
    Sought.@Nullable Hit titleHit) {

  public boolean expandable() {
    return fields > 0;
  }

  /** The type shown: an array stays one, whatever its items are. */
  public FieldType type() {
    return node.type();
  }

  /** The same row, open or closed; one without parts is never open. */
  SchemaRow withExpanded(boolean value) {
    boolean open = value && expandable();
    return open == expanded
        ? this
        : new SchemaRow(
            field, node, label, title, depth, required, fields, open, names, labelHit, titleHit);
  }

  /** The same row with what a search found in it. */
  SchemaRow withHits(Sought.@Nullable Hit inLabel, Sought.@Nullable Hit inTitle) {
    return new SchemaRow(
        field, node, label, title, depth, required, fields, expanded, names, inLabel, inTitle);
  }
}
