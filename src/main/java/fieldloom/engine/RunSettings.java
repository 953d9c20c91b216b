package fieldloom.engine;

import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one run.
 *
 * @param set parameters by name, and NOW and ZONE, as text
 * @param now the moment of the run where NOW is not set; null takes the clock's
 * @param everyFailure whether a record goes on after its first failing field, so that all its
 *     failures and whatever else it gives are seen (the preview); else the first ends it
 */
public record RunSettings(
    Map<String, String> set, @Nullable ZonedDateTime now, boolean everyFailure) {
  public static final RunSettings DEFAULT = new RunSettings(Map.of(), null, false);
  public static final RunSettings PREVIEW = new RunSettings(Map.of(), null, true);

  /**
   * How many steps one working out of a formula may take: a call of a function value ({@code item
   * -> …}) is one, and each item of a list that is made within one. The preview is to answer while
   * somebody types, so it gives up sooner.
   */
  public long maxSteps() {
    return everyFailure ? 10_000_000 : 100_000_000;
  }
}
