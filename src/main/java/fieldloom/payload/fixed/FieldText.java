package fieldloom.payload.fixed;

import fieldloom.model.FieldType;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import org.jspecify.annotations.Nullable;

/** What the characters of a field mean. */
final class FieldText {
  private FieldText() {}

  /** Why the characters of a field are no value: the end of a sentence about the field. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * The value of a field.
   *
   * @param text its characters, fewer than its length where the line ends before
   * @return a text, a number or {@link Absent#ABSENT}
   */
  static Object value(FixedField field, String text) throws Fault {
    if (field.isText()) {
      String bare = withoutPad(field, text);
      return bare.isEmpty() ? Absent.ABSENT : bare;
    }
    String bare = text.strip();
    if (!field.zeroFilled() && isOnly(bare, field.pad())) {
      return Absent.ABSENT;
    }
    if (!Character.isLetterOrDigit(field.pad().codePointAt(0))) {
      bare = withoutPad(field, bare).strip();
    }
    return field.isNumber() ? number(field, bare) : bare;
  }

  private static boolean isOnly(String text, String pad) {
    for (int i = 0; i < text.length(); i += pad.length()) {
      if (!text.startsWith(pad, i)) {
        return false;
      }
    }
    return true;
  }

  private static String withoutPad(FixedField field, String text) {
    String pad = field.pad();
    int from = 0;
    int to = text.length();
    if (field.right()) {
      while (from < to && text.startsWith(pad, from)) {
        from += pad.length();
      }
    } else {
      while (to > from && text.startsWith(pad, to - pad.length())) {
        to -= pad.length();
      }
    }
    return text.substring(from, to);
  }

  /** The number that a text is, its point written. */
  static Num parse(String text) throws Fault {
    return number(text.strip(), null);
  }

  private static Object number(FixedField field, String text) throws Fault {
    if (text.isEmpty()) {
      return Absent.ABSENT;
    }
    Num number = number(text, field.scale());
    if (field.type() == FieldType.INTEGER && field.scale() == null && !number.isWhole()) {
      throw new Fault("is “" + text + "”, which is no whole number");
    }
    return number;
  }

  private static Num number(String text, @Nullable Integer scale) throws Fault {
    if (text.isEmpty()) {
      throw new Fault("is empty, which is no number");
    }
    boolean minus = text.charAt(0) == '-';
    String digits = minus || text.charAt(0) == '+' ? text.substring(1) : text;
    if (scale != null) {
      if (!isDigits(digits)) {
        throw new Fault(
            "is “"
                + text
                + "”, but it must have digits only: its point is not written, "
                + scale
                + " of them stand behind it");
      }
      digits = withPoint(digits, scale);
    } else if (!isNumber(digits)) {
      throw new Fault("is “" + text + "”, which is no number");
    }
    String plain = (minus ? "-" : "") + canonical(digits);
    if (!NumberLimits.allows(plain)) {
      throw new Fault("has a number of more digits, or a larger exponent, than is kept exactly");
    }
    return Num.ofText(plain);
  }

  private static String withPoint(String digits, int scale) {
    if (scale == 0) {
      return digits;
    }
    String all = "0".repeat(Math.max(0, scale + 1 - digits.length())) + digits;
    int point = all.length() - scale;
    return all.substring(0, point) + "." + all.substring(point);
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Digits, one point at most, an exponent at the end. */
  private static boolean isNumber(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    if (e >= 0) {
      String exponent = text.substring(e + 1);
      boolean signed = exponent.startsWith("-") || exponent.startsWith("+");
      if (!isDigits(signed ? exponent.substring(1) : exponent)) {
        return false;
      }
    }
    int point = mantissa.indexOf('.');
    return isDigits(
        point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1));
  }

  /** As JSON writes it: no zeros in front, a digit on both sides of the point. */
  private static String canonical(String number) {
    int from = 0;
    while (from + 1 < number.length() && number.charAt(from) == '0' && isDigit(number, from + 1)) {
      from++;
    }
    String text = number.startsWith(".") ? "0" + number : number.substring(from);
    int point = text.indexOf('.');
    boolean bare = point >= 0 && !isDigit(text, point + 1);
    return bare ? text.substring(0, point) + text.substring(point + 1) : text;
  }

  private static boolean isDigit(String text, int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
