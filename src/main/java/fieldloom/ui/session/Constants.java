package fieldloom.ui.session;

import fieldloom.model.Facets;
import fieldloom.model.SchemaNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Constants that fields take. */
final class Constants {
  private Constants() {}

  /** A constant as a formula writes it, to begin with; null where the field takes none. */
  static @Nullable String of(SchemaNode node) {
    Facets facets = node.facets();
    if (!facets.enumeration().isEmpty()) {
      return Literals.of(facets.enumeration().getFirst(), node.type());
    }
    return switch (node.type()) {
      case STRING, ANY -> "\"\"";
      case INTEGER, DECIMAL -> number(facets).toPlainString();
      case BOOLEAN -> "FALSE";
      case DATE -> "TODAY()";
      case DATETIME -> "NOW()";
      case TIME -> "TIME_OF(NOW())";
      case BINARY, OBJECT, ARRAY -> null;
    };
  }

  /** Zero, or what is nearest to it in the field's range. */
  private static BigDecimal number(Facets facets) {
    BigDecimal least = facets.minimum();
    BigDecimal most = facets.maximum();
    return least != null && least.signum() > 0
        ? least
        : most != null && most.signum() < 0 ? most : BigDecimal.ZERO;
  }
}
