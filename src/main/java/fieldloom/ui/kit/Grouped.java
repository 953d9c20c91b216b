package fieldloom.ui.kit;

import java.util.Locale;

/** Counts as people read them. */
public final class Grouped {
  private Grouped() {}

  /** Digits grouped by blanks that do not break: {@code 18 420}. */
  public static String of(long count) {
    return spoken(count).replace(',', '\u00a0');
  }

  /** Digits grouped by commas, as a screen reader reads them right: {@code 18,420}. */
  public static String spoken(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
