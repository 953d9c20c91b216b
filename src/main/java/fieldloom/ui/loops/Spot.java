package fieldloom.ui.loops;

/**
 * A text of a loop that can be wrong.
 *
 * @param row which of several, from 0
 */
record Spot(Part part, int row) {
  /** Which text. */
  enum Part {
    OVER,
    AS,
    JOIN_WITH,
    JOIN_AS,
    JOIN_ON,
    WHERE,
    DISTINCT,
    GROUP,
    GROUP_NAME,
    ORDER
  }

  Spot(Part part) {
    this(part, 0);
  }
}
