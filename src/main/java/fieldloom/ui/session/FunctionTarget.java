package fieldloom.ui.session;

import org.jspecify.annotations.Nullable;

/**
 * Takes functions from a list of them: dragged over it with the mouse, or put at what is selected.
 * Places are pixels of the scene.
 */
public interface FunctionTarget {

  /**
   * What letting go would do.
   *
   * @param words one sentence: what it would do, or why nothing
   * @param fits whether it would do anything
   */
  record Hint(String words, boolean fits) {}

  /**
   * A function is over a place; null where nothing takes it there, and nothing needs to be said.
   */
  @Nullable Hint over(double sceneX, double sceneY, String function);

  /**
   * A function is let go at a place.
   *
   * @return whether it was taken
   */
  boolean drop(double sceneX, double sceneY, String function);

  /** What was dragged is not over it any more. */
  void leave();

  /**
   * Puts a function at what is selected.
   *
   * @return why that cannot be done; null where it was done
   */
  @Nullable String insert(String function);
}
