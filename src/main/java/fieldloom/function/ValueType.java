package fieldloom.function;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value before anything runs.
 *
 * @param type {@link FieldType#ANY} where nothing is known
 * @param item type of a list's items; null where unknown or no list
 * @param node the schema of an object; null where unknown or no object
 */
public record ValueType(FieldType type, @Nullable ValueType item, @Nullable SchemaNode node) {
  public static final ValueType ANY = new ValueType(FieldType.ANY, null, null);
  public static final ValueType STRING = scalar(FieldType.STRING);
  public static final ValueType INTEGER = scalar(FieldType.INTEGER);
  public static final ValueType DECIMAL = scalar(FieldType.DECIMAL);
  public static final ValueType BOOLEAN = scalar(FieldType.BOOLEAN);
  public static final ValueType DATE = scalar(FieldType.DATE);
  public static final ValueType TIME = scalar(FieldType.TIME);
  public static final ValueType DATETIME = scalar(FieldType.DATETIME);
  public static final ValueType OBJECT = scalar(FieldType.OBJECT);

  private static ValueType scalar(FieldType type) {
    return new ValueType(type, null, null);
  }

  public static ValueType of(FieldType type) {
    return scalar(type);
  }

  public static ValueType listOf(ValueType item) {
    return new ValueType(FieldType.ARRAY, item, null);
  }

  /** The type of a schema's node. */
  public static ValueType of(SchemaNode node) {
    return switch (node.type()) {
      case ARRAY -> listOf(of(node.item()));
      case OBJECT -> new ValueType(FieldType.OBJECT, null, node);
      default -> scalar(node.type());
    };
  }

  /** The type of a list's items; unknown where this is no list. */
  public ValueType itemOrAny() {
    return item == null ? ANY : item;
  }
}
