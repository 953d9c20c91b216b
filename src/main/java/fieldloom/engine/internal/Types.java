package fieldloom.engine.internal;

import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;

/** Which types can become which. */
final class Types {
  private Types() {}

  /** Whether values of one type can become another. */
  enum Fit {
    ALWAYS,
    /** Some values do, others would lose. */
    SOMETIMES,
    NEVER
  }

  static Fit fit(FieldType from, FieldType to) {
    if (from == to || from == FieldType.ANY || to == FieldType.ANY) {
      return Fit.ALWAYS;
    }
    return switch (from) {
      case STRING -> to.isScalar() ? Fit.SOMETIMES : Fit.NEVER;
      case INTEGER -> to == FieldType.DECIMAL || to == FieldType.STRING ? Fit.ALWAYS : Fit.NEVER;
      case DECIMAL ->
          to == FieldType.STRING ? Fit.ALWAYS : to == FieldType.INTEGER ? Fit.SOMETIMES : Fit.NEVER;
      case BOOLEAN, BINARY, TIME -> to == FieldType.STRING ? Fit.ALWAYS : Fit.NEVER;
      case DATE -> to == FieldType.STRING || to == FieldType.DATETIME ? Fit.ALWAYS : Fit.NEVER;
      case DATETIME ->
          to == FieldType.STRING ? Fit.ALWAYS : to == FieldType.DATE ? Fit.SOMETIMES : Fit.NEVER;
      case OBJECT, ARRAY, ANY -> Fit.NEVER;
    };
  }

  /** Whether an argument of a type, which is no arrow, can be what a parameter wants. */
  static boolean accepts(Kind kind, ValueType argument) {
    FieldType type = argument.type();
    if (type == FieldType.ANY) {
      return kind != Kind.LAMBDA;
    }
    return switch (kind) {
      case ANY -> true;
      case LAMBDA -> false;
      case TEXT -> type.isScalar();
      case NUMBER, INTEGER -> type.isNumber() || type == FieldType.STRING;
      case BOOLEAN -> type == FieldType.BOOLEAN || type == FieldType.STRING;
      case DATE_OR_DATETIME ->
          type == FieldType.DATE || type == FieldType.DATETIME || type == FieldType.STRING;
      case TEMPORAL -> type.isTemporal() || type == FieldType.STRING;
      case LIST -> type == FieldType.ARRAY;
      case OBJECT -> type == FieldType.OBJECT;
    };
  }

  /** Whether values of two types can be compared. */
  static boolean comparable(FieldType a, FieldType b) {
    if (a == b || a == FieldType.ANY || b == FieldType.ANY) {
      return true;
    }
    return a.isNumber() && b.isNumber()
        || a != FieldType.TIME && b != FieldType.TIME && a.isTemporal() && b.isTemporal();
  }

  static String a(FieldType type) {
    String label = type.label();
    return ("aeiou".indexOf(label.charAt(0)) >= 0 ? "an " : "a ") + label;
  }
}
