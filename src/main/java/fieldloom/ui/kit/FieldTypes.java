package fieldloom.ui.kit;

import fieldloom.model.SchemaNode;

/** The types of fields in few words. */
public final class FieldTypes {
  private FieldTypes() {}

  /** A field's own type with length or digits: {@code string(30)}, {@code decimal(18,2)}. */
  public static String text(SchemaNode node) {
    return node.typeText();
  }
}
