package fieldloom.payload.fixed;

import fieldloom.model.FieldType;
import fieldloom.model.value.Num;
import fieldloom.payload.text.CellText;
import fieldloom.payload.text.TextPage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values as the characters of their fields. */
final class FieldLayout {
  private final LineCut cut;

  FieldLayout(LineCut cut) {
    this.cut = cut;
  }

  /**
   * Appends the characters of a field, as many as it has.
   *
   * @throws FieldText.Fault where it cannot hold the value: the end of a sentence about the field
   */
  void append(TextPage out, FixedField field, Object value) throws FieldText.Fault {
    String text = text(field, value);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new FieldText.Fault("holds a line end, which would end the line; replace it");
    }
    int width = cut.width(text);
    if (width > field.length()) {
      throw new FieldText.Fault(
          "holds “"
              + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
              + "”, which takes "
              + width
              + " places where the field has "
              + field.length());
    }
    int gap = field.length() - width;
    if (!field.right()) {
      out.append(text);
      fill(out, field, gap);
    } else if (field.zeroFilled() && text.startsWith("-")) {
      out.append('-');
      fill(out, field, gap);
      out.append(text.substring(1));
    } else {
      fill(out, field, gap);
      out.append(text);
    }
  }

  /** Fills places up with the field's fill character, which may take several. */
  void fill(TextPage out, FixedField field, int places) {
    String pad = field.pad();
    int times = places == 0 ? 0 : places / cut.width(pad);
    if (pad.length() == 1) {
      out.repeat(pad.charAt(0), times);
    } else {
      out.append(pad.repeat(Math.max(0, times)));
    }
  }

  private static String text(FixedField field, Object value) throws FieldText.Fault {
    if (value instanceof String text && !field.isNumber()) {
      return text;
    }
    String nested = CellText.nested(value);
    if (nested != null) {
      throw new FieldText.Fault("holds " + nested + ", and a field of a line holds one value");
    }
    String text = field.isNumber() ? number(field, value) : CellText.of(value);
    return text == null ? "" : text;
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
