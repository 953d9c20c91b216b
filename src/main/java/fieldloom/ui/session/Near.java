package fieldloom.ui.session;

import fieldloom.function.NameDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that look like others. */
final class Near {
  private Near() {}

  /** The names that are nearest to a wrong one, the nearest first; none that is far off. */
  static List<String> names(String wrong, Collection<String> known, int most) {
    int farthest = Math.max(2, wrong.length() / 3);
    return known.stream()
        .distinct()
        .filter(k -> !k.equals(wrong) && Math.abs(k.length() - wrong.length()) <= farthest + 4)
        .filter(k -> distance(wrong, k) <= farthest)
        .sorted(Comparator.comparingInt(k -> distance(wrong, k)))
        .limit(most)
        .toList();
  }

  static int distance(String a, String b) {
    return NameDistance.between(NameDistance.normal(a), NameDistance.normal(b));
  }
}
