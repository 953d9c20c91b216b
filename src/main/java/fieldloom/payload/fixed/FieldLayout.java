package fieldloom.payload.fixed;

import fieldloom.model.FieldType;
import fieldloom.model.value.Num;
import fieldloom.payload.text.CellText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values as the characters of their fields. */
final class FieldLayout {
  private final LineCut cut;

  FieldLayout(LineCut cut) {
    this.cut = cut;
  }

  /**
   * The characters of a field, as many as it has.
   *
   * @throws FieldText.Fault where it cannot hold the value: the end of a sentence about the field
   */
  String of(FixedField field, Object value) throws FieldText.Fault {
    String nested = CellText.nested(value);
    if (nested != null) {
      throw new FieldText.Fault("holds " + nested + ", and a field of a line holds one value");
    }
    String text = field.isNumber() ? number(field, value) : CellText.of(value);
    String bare = text == null ? "" : text;
    if (bare.indexOf('\n') >= 0 || bare.indexOf('\r') >= 0) {
      throw new FieldText.Fault("holds a line end, which would end the line; replace it");
    }
    int width = cut.width(bare);
    if (width > field.length()) {
      throw new FieldText.Fault(
          "holds “"
              + (bare.length() > 60 ? bare.substring(0, 60) + "…" : bare)
              + "”, which takes "
              + width
              + " places where the field has "
              + field.length());
    }
    return filled(field, bare, width);
  }

  private String filled(FixedField field, String text, int width) {
    int count = (field.length() - width) / cut.width(field.pad());
    String fill = field.pad().repeat(count);
    if (!field.right()) {
      return text + fill;
    }
    boolean signed = text.startsWith("-") && field.zeroFilled();
    return signed ? "-" + fill + text.substring(1) : fill + text;
  }

  private static @Nullable String number(FixedField field, Object value) throws FieldText.Fault {
    if (value instanceof Boolean) {
      throw new FieldText.Fault("holds “" + value + "”, which is no number");
    }
    if (!(value instanceof Num n)) {
      String text = CellText.of(value);
      return text == null ? null : number(field, FieldText.parse(text));
    }
    Integer scale = field.scale();
    if (scale != null) {
      BigDecimal moved = n.value().movePointRight(scale).stripTrailingZeros();
      if (moved.scale() > 0) {
        throw new FieldText.Fault(
            "holds " + n.text() + ", which has more than " + scale + " digits behind the point");
      }
      return plain(moved);
    }
    boolean whole = field.typeOrText() == FieldType.INTEGER;
    if (whole && !n.isWhole()) {
      throw new FieldText.Fault("holds " + n.text() + ", which is no whole number");
    }
    String text = n.text();
    boolean asItIs = text.indexOf('e') < 0 && text.indexOf('E') < 0 && !(whole && hasPoint(text));
    return asItIs ? text : plain(whole ? n.value().stripTrailingZeros() : n.value());
  }

  private static boolean hasPoint(String text) {
    return text.indexOf('.') >= 0;
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
