package fieldloom.ui.kit;

import fieldloom.model.Facets;
import fieldloom.model.SchemaNode;

/** The types of fields in few words. */
public final class FieldTypes {
  private FieldTypes() {}

  /** A field's own type with length or digits: {@code string(30)}, {@code decimal(18,2)}. */
  public static String text(SchemaNode node) {
    Facets facets = node.facets();
    String label = node.type().label();
    if (facets.maxLength() != null) {
      return label + "(" + facets.maxLength() + ")";
    }
    if (facets.digits() != null) {
      return label
          + "("
          + facets.digits()
          + (facets.scale() == null || facets.scale() == 0 ? "" : "," + facets.scale())
          + ")";
    }
    return label;
  }
}
