package fieldloom.ui.schematree;

import fieldloom.ui.session.Lens;

/** Keeps where rows were scrolled to before the focus, and takes them back there after it. */
final class FocusScroll {
  private final RowScroll scroll;
  private double before = -1;

  FocusScroll(Lens lens, RowScroll scroll) {
    this.scroll = scroll;
    // The focus changes before what is shown does.
    lens.focusProperty()
        .subscribe(
            focus -> {
              if (!focus.isNone() && before < 0) {
                before = scroll.scrollProperty().get();
              }
            });
  }

  /** The rows of before the focus are shown again. */
  void restore() {
    if (before >= 0) {
      scroll.set(before);
      before = -1;
    }
  }
}
