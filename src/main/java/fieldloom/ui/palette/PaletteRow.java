package fieldloom.ui.palette;

/** A row of the palette's list. */
sealed interface PaletteRow {

  /** The words over a group. */
  record Heading(String title, int count) implements PaletteRow {}

  /**
   * A function.
   *
   * @param found whether it is shown because it was looked for: then it says its group itself
   */
  record Entry(Listed function, boolean found) implements PaletteRow {}
}
