package fieldloom.ui.session;

/**
 * How large the rows of a tree are drawn.
 *
 * @param zoom what the canvas is zoomed to; 1 is its own size
 * @param text how large text is in all of the window; 1 is 13 pixels
 */
public record RowScale(double zoom, double text) {
  /** Neither zoomed nor with larger text. */
  public static final RowScale FULL = new RowScale(1, 1);

  /** Lines of text need so much of the text's height. */
  private static final double ROW_OF_TEXT = 1.9 * 13;

  public RowScale {
    if (!(zoom > 0 && text > 0)) {
      throw new IllegalArgumentException("zoom " + zoom + ", text " + text);
    }
  }

  /** Pixels that one pixel of what is drawn takes on the screen. */
  public double unit() {
    return zoom * text;
  }

  /**
   * Pixels of a row on the screen, whole ones.
   *
   * @param density pixels of a row where text is not larger
   */
  public double rowHeight(double density) {
    return Math.max(1, Math.round(Math.max(density, ROW_OF_TEXT * text) * zoom));
  }
}
