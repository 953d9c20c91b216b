package fieldloom.function.text;

import java.util.Arrays;

/** A form with wildcards as SQL's LIKE has them. Matching takes no more than text times form. */
final class LikeForm {
  private static final int ANY = -1;
  private static final int ONE = -2;

  private final int[] parts;

  private LikeForm(int[] parts) {
    this.parts = parts;
  }

  static LikeForm of(String form) {
    int[] points = form.codePoints().toArray();
    int[] parts = new int[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      parts[count++] =
          switch (points[i]) {
            case '%' -> ANY;
            case '_' -> ONE;
            case '\\' -> i + 1 < points.length ? points[++i] : '\\';
            default -> points[i];
          };
    }
    return new LikeForm(Arrays.copyOf(parts, count));
  }

  boolean matches(String text) {
    int[] points = text.codePoints().toArray();
    int at = 0;
    int part = 0;
    int lastAny = -1;
    int resume = 0;
    while (at < points.length) {
      if (part < parts.length && parts[part] == ANY) {
        lastAny = part++;
        resume = at;
      } else if (part < parts.length && (parts[part] == ONE || parts[part] == points[at])) {
        part++;
        at++;
      } else if (lastAny >= 0) {
        // The last % takes one character more.
        part = lastAny + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] == ANY) {
      part++;
    }
    return part == parts.length;
  }
}
