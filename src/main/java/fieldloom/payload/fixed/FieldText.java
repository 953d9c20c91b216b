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

  /**
   * The value of a field that is filled with blanks and holds a text or a number as JSON writes it;
   * most are so, and are read without a text in between. Null where it is not so plain.
   *
   * @param from where in the line it starts, from 0
   * @param to where it ends
   */
  static @Nullable Object plain(FixedField field, LineCut line, int from, int to) {
    boolean text = field.isText();
    if (!field.pad().equals(" ") || !text && (!field.isNumber() || field.scale() != null)) {
      return null;
    }
    int first = from;
    int end = to;
    if (!text || field.right()) {
      while (first < end && line.at(first) == ' ') {
        first++;
      }
    }
    if (!text || !field.right()) {
      while (end > first && line.at(end - 1) == ' ') {
        end--;
      }
    }
    if (first == end) {
      return Absent.ABSENT;
    }
    if (text) {
      return line.text(first, end);
    }
    boolean whole = field.typeOrText() == FieldType.INTEGER;
    return isPlain(line, first, end, whole) ? Num.ofText(line.text(first, end)) : null;
  }

  /** Whether digits stand there, without zeros in front, and behind a point if it may have one. */
  private static boolean isPlain(LineCut line, int from, int to, boolean whole) {
    int first = line.at(from) == '-' ? from + 1 : from;
    int at = digits(line, first, to);
    boolean good = at > first && (line.at(first) != '0' || at == first + 1);
    if (good && at < to && line.at(at) == '.' && !whole) {
      int point = at + 1;
      at = digits(line, point, to);
      good = at > point;
    }
    return good && at == to && to - from <= NumberLimits.MAX_DIGITS;
  }

  private static int digits(LineCut line, int from, int to) {
    int at = from;
    while (at < to && line.at(at) >= '0' && line.at(at) <= '9') {
      at++;
    }
    return at;
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
    boolean before = isSign(text.charAt(0));
    boolean behind = !before && isSign(text.charAt(text.length() - 1));
    boolean minus = text.charAt(before ? 0 : text.length() - 1) == '-';
    String digits = text.substring(before ? 1 : 0, text.length() - (behind ? 1 : 0));
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

  /** Large systems print the sign of a number behind it. */
  private static boolean isSign(char c) {
    return c == '-' || c == '+';
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
