package fieldloom.ui.catalog;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.ui.kit.FieldTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a schema says of a field, in few words. */
final class FieldWords {
  private FieldWords() {}

  /** Its type with length or digits: {@code string(30)}, {@code decimal(18,2)}. */
  static String type(FieldRow row) {
    String own = FieldTypes.text(row.node());
    return row.type() == FieldType.ARRAY && !row.node().type().equals(FieldType.OBJECT)
        ? Words.get("type.list", own)
        : row.type() == FieldType.ARRAY ? row.type().label() : own;
  }

  /** What its author wrote of it, else which values it may have. */
  static String note(FieldRow row) {
    Facets facets = row.node().facets();
    return facets.documentation() != null
        ? facets.documentation()
        : String.join(" · ", facets.enumeration());
  }

  /** What else is set: whether it may be null, bounds, pattern, default. */
  static List<String> rest(FieldRow row) {
    Facets facets = row.node().facets();
    List<String> found = new ArrayList<>();
    if (row.node().nullable() && row.node().type().isScalar()) {
      found.add(Words.get("field.nullable"));
    }
    if (facets.minimum() != null) {
      found.add("≥ " + facets.minimum().toPlainString());
    }
    if (facets.maximum() != null) {
      found.add("≤ " + facets.maximum().toPlainString());
    }
    if (facets.pattern() != null) {
      found.add(Words.get("field.pattern", facets.pattern()));
    }
    if (facets.defaultValue() != null) {
      found.add(Words.get("field.default", facets.defaultValue()));
    }
    return found;
  }

  /**
   * What was written of a field, its values apart.
   *
   * @param sentence what does not speak of single values
   * @param values each allowed value with its meaning; "" where none is given
   */
  record Meaning(String sentence, Map<String, String> values) {}

  /**
   * Takes the meanings of values out of what was written: {@code Where it stands. A created 创建; C
   * approved 已审核}. Where not every value is spoken of so, the text stays whole.
   */
  static Meaning meaning(Facets facets) {
    String text = facets.documentation() == null ? "" : facets.documentation();
    Map<String, String> plain = new LinkedHashMap<>();
    facets.enumeration().forEach(value -> plain.put(value, ""));
    if (facets.enumeration().isEmpty()) {
      return new Meaning(text, plain);
    }
    String first = facets.enumeration().getFirst() + " ";
    int from = text.startsWith(first) ? 0 : text.indexOf(". " + first) + 2;
    if (from == 1) {
      return new Meaning(text, plain);
    }
    Map<String, String> meant = new LinkedHashMap<>();
    String[] parts = text.substring(from).split("; ");
    for (int i = 0; i < parts.length && i < facets.enumeration().size(); i++) {
      String value = facets.enumeration().get(i);
      if (!parts[i].startsWith(value + " ")) {
        return new Meaning(text, plain);
      }
      meant.put(value, parts[i].substring(value.length() + 1));
    }
    return parts.length == facets.enumeration().size()
        ? new Meaning(text.substring(0, from).strip(), meant)
        : new Meaning(text, plain);
  }
}
