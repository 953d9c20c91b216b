package fieldloom.schema.xml;

import fieldloom.model.FieldType;
import fieldloom.schema.json.SampleTexts;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the types of texts in samples: numbers as JSON would have them, so that codes with leading
 * zeros stay texts, booleans, dates and times.
 */
final class XmlSampleTypes {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,37})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,37})\\.\\d{1,37}");

  private XmlSampleTypes() {}

  /** The type of one text that is not empty. */
  static FieldType of(String text) {
    if (text.equals("true") || text.equals("false")) {
      return FieldType.BOOLEAN;
    }
    if (INTEGER.matcher(text).matches()) {
      return FieldType.INTEGER;
    }
    return DECIMAL.matcher(text).matches() ? FieldType.DECIMAL : SampleTexts.type(text);
  }

  /** The type that all of several have. */
  static FieldType common(Set<FieldType> types) {
    if (types.size() == 1) {
      return types.iterator().next();
    }
    return types.equals(EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL))
        ? FieldType.DECIMAL
        : FieldType.STRING;
  }
}
