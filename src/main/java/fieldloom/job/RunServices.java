package fieldloom.job;

import org.jspecify.annotations.Nullable;

/**
 * What the formulas of a run may reach beside its inputs and outputs.
 *
 * @param places says who connects to databases that formulas name by URL; null where none may be
 * @param numbers keeps sequences; null where they begin anew with each run
 */
public record RunServices(@Nullable TablePlaces places, @Nullable NumberKeeper numbers) {
  /** Nothing. */
  public static final RunServices NONE = new RunServices(null, null);
}
