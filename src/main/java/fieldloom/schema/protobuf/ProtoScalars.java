package fieldloom.schema.protobuf;

import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types that need no definition: the scalar ones, and messages that Protobuf brings itself. */
final class ProtoScalars {
  private static final String GOOGLE = "google.protobuf.";

  private static final Map<String, FieldType> SCALARS =
      Map.ofEntries(
          Map.entry("double", FieldType.DECIMAL),
          Map.entry("float", FieldType.DECIMAL),
          Map.entry("int32", FieldType.INTEGER),
          Map.entry("int64", FieldType.INTEGER),
          Map.entry("uint32", FieldType.INTEGER),
          Map.entry("uint64", FieldType.INTEGER),
          Map.entry("sint32", FieldType.INTEGER),
          Map.entry("sint64", FieldType.INTEGER),
          Map.entry("fixed32", FieldType.INTEGER),
          Map.entry("fixed64", FieldType.INTEGER),
          Map.entry("sfixed32", FieldType.INTEGER),
          Map.entry("sfixed64", FieldType.INTEGER),
          Map.entry("bool", FieldType.BOOLEAN),
          Map.entry("string", FieldType.STRING),
          Map.entry("bytes", FieldType.BINARY));

  private static final Map<String, FieldType> WELL_KNOWN =
      Map.ofEntries(
          Map.entry("Timestamp", FieldType.DATETIME),
          Map.entry("Duration", FieldType.STRING),
          Map.entry("FieldMask", FieldType.STRING),
          Map.entry("Empty", FieldType.OBJECT),
          Map.entry("Struct", FieldType.OBJECT),
          Map.entry("Any", FieldType.OBJECT),
          Map.entry("Value", FieldType.ANY),
          Map.entry("NullValue", FieldType.ANY),
          Map.entry("ListValue", FieldType.ARRAY),
          Map.entry("DoubleValue", FieldType.DECIMAL),
          Map.entry("FloatValue", FieldType.DECIMAL),
          Map.entry("Int64Value", FieldType.INTEGER),
          Map.entry("UInt64Value", FieldType.INTEGER),
          Map.entry("Int32Value", FieldType.INTEGER),
          Map.entry("UInt32Value", FieldType.INTEGER),
          Map.entry("BoolValue", FieldType.BOOLEAN),
          Map.entry("StringValue", FieldType.STRING),
          Map.entry("BytesValue", FieldType.BINARY));

  private ProtoScalars() {}

  static boolean isKnown(String type) {
    return SCALARS.containsKey(type) || wellKnown(type) != null;
  }

  /** Whether a message of Protobuf's own is meant, of whose fields nothing is known here. */
  static boolean isForeign(String type) {
    return (type.startsWith(".") ? type.substring(1) : type).startsWith(GOOGLE);
  }

  /** The type of a field; null where a message or enumeration of a file is meant. */
  static @Nullable FieldType type(String type) {
    FieldType scalar = SCALARS.get(type);
    String name = wellKnown(type);
    return scalar == null && name != null ? WELL_KNOWN.get(name) : scalar;
  }

  /** Whether such a value may be null: what wraps a scalar, and any value. */
  static boolean isNullable(String type) {
    String name = wellKnown(type);
    return name != null && name.endsWith("Value") && !name.equals("ListValue");
  }

  /** Whether fields that no schema lists may stand in it. */
  static boolean isOpen(String type) {
    String name = wellKnown(type);
    FieldType known = name == null ? null : WELL_KNOWN.get(name);
    boolean any = known == FieldType.OBJECT || known == FieldType.ANY;
    return any && !"Empty".equals(name);
  }

  private static @Nullable String wellKnown(String type) {
    String name = type.startsWith(".") ? type.substring(1) : type;
    String last = name.startsWith(GOOGLE) ? name.substring(GOOGLE.length()) : "";
    return WELL_KNOWN.containsKey(last) ? last : null;
  }

  /** The type of a map's values. */
  static String mapValue(String map) {
    return map.substring(map.indexOf(',') + 1, map.length() - 1).strip();
  }

  /** Smallest and largest number of a type; null for types without. */
  static BigDecimal @Nullable [] range(String type) {
    String name = wellKnown(type);
    String plain = name == null ? type : name.replace("Value", "").toLowerCase(Locale.ROOT);
    int bits = plain.endsWith("32") ? 32 : plain.endsWith("64") ? 64 : 0;
    if (bits == 0) {
      return null;
    }
    boolean unsigned = plain.startsWith("u") || plain.startsWith("fixed");
    BigInteger size = BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1);
    return new BigDecimal[] {
      new BigDecimal(unsigned ? BigInteger.ZERO : size.negate()),
      new BigDecimal(size.subtract(BigInteger.ONE))
    };
  }

  /** A default as JSON; null where it is none that can be. */
  static @Nullable String json(@Nullable String value, FieldType type) {
    if (value == null) {
      return null;
    }
    boolean number = value.matches("-?\\d{1,30}(?:[.]\\d{1,30})?");
    return switch (type) {
      case INTEGER, DECIMAL -> number ? value : null;
      case BOOLEAN -> value.equals("true") || value.equals("false") ? value : null;
      case STRING -> TextNode.valueOf(value).toString();
      case DATE, TIME, DATETIME, BINARY, OBJECT, ARRAY, ANY -> null;
    };
  }
}
