package fieldloom.payload.xlsx;

import org.jspecify.annotations.Nullable;

/** Whole numbers in attributes. */
final class Whole {
  private static final int MOST_DIGITS = 9;

  private Whole() {}

  /** A number of up to nine digits; another value where the text is none. */
  static int parse(@Nullable String text, int otherwise) {
    if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
      return otherwise;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
