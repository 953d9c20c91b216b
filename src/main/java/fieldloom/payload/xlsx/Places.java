package fieldloom.payload.xlsx;

/** Cells by the names people know them by. */
final class Places {
  private static final int LETTERS = 26;

  private Places() {}

  /** The column, from 0, of {@code C7}; too large a number where the text is no cell. */
  static int column(String place) {
    int column = 0;
    int i = 0;
    for (; i < place.length() && i < 4; i++) {
      char c = Character.toUpperCase(place.charAt(i));
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * LETTERS + (c - 'A' + 1);
    }
    return i == 0 || i > 3 ? XlsxLimits.COLUMNS : column - 1;
  }

  /** {@code C} of 2. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.append((char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.reverse().toString();
  }

  /** {@code Orders!C7}; a name with more than letters and digits stands in quotes, as in Excel. */
  static String of(String sheet, int column, int row) {
    return quoted(sheet) + "!" + letters(column) + row;
  }

  private static String quoted(String sheet) {
    boolean plain =
        !sheet.isEmpty()
            && sheet.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')
            && !Character.isDigit(sheet.charAt(0));
    return plain ? sheet : "'" + sheet.replace("'", "''") + "'";
  }
}
