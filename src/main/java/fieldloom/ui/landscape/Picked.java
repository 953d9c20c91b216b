package fieldloom.ui.landscape;

/** What of the landscape is picked. */
public sealed interface Picked {
  /** Nothing. */
  Picked NOTHING = new Nothing();

  /** Nothing is picked. */
  record Nothing() implements Picked {}

  /**
   * A system.
   *
   * @param id its id
   */
  record OfSystem(String id) implements Picked {}

  /** All that flows between two systems. */
  record OfEdge(Pair pair) implements Picked {}
}
