package fieldloom.function;

import java.util.Locale;

/** How far two names are apart: insertions, deletions, replacements and swaps of neighbours. */
public final class NameDistance {
  private NameDistance() {}

  /** A name without what tools spell differently: case, hyphens, underscores, dots. */
  public static String normal(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  /** How many changes make one name of the other. */
  public static int between(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
