package fieldloom.generate;

import java.util.List;
import java.util.Locale;

/**
 * What is to be generated.
 *
 * @param seed the same one gives the same records
 * @param count how many records, from 1 to {@link #MOST}
 * @param kinds what they are like, in turn; at least one
 * @param chinese whether names and addresses are Chinese
 */
public record SampleOrder(long seed, int count, List<SampleKind> kinds, boolean chinese) {
  /** More records than that are no sample any more. */
  public static final int MOST = 100_000;

  /** Generated where nobody says otherwise. */
  public static final long USUAL_SEED = 1;

  public SampleOrder {
    kinds = List.copyOf(kinds);
    if (count < 1 || count > MOST || kinds.isEmpty()) {
      throw new IllegalArgumentException(count + " records of " + kinds);
    }
  }

  /** Of the kind that is usual, in the language of a locale. */
  public static SampleOrder usual(int count, Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return new SampleOrder(USUAL_SEED, count, List.of(SampleKind.TYPICAL), chinese);
  }
}
