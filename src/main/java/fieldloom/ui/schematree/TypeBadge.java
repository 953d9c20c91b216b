package fieldloom.ui.schematree;

import fieldloom.model.FieldType;

/** The letters and the style class of a type's badge. */
enum TypeBadge {
  TEXT("T", "fl-type-string"),
  NUMBER("1.0", "fl-type-number"),
  DATE("D", "fl-type-date"),
  BOOLEAN("✓", "fl-type-boolean"),
  OBJECT("{ }", "fl-type-object"),
  ARRAY("[ ]", "fl-type-array"),
  BINARY("01", "fl-type-binary"),
  ANY("?", "fl-type-object");

  private final String letters;
  private final String style;

  TypeBadge(String letters, String style) {
    this.letters = letters;
    this.style = style;
  }

  String letters() {
    return letters;
  }

  String style() {
    return style;
  }

  static TypeBadge of(FieldType type) {
    return switch (type) {
      case STRING -> TEXT;
      case INTEGER, DECIMAL -> NUMBER;
      case DATE, TIME, DATETIME -> DATE;
      case BOOLEAN -> BOOLEAN;
      case BINARY -> BINARY;
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      case ANY -> ANY;
    };
  }
}
