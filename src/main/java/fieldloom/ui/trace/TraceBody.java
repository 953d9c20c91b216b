package fieldloom.ui.trace;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.Region;

/**
 * The steps of a field, and what they begin with below them; beside them where the pane is wide and
 * low. Both scroll, so that neither needs more room than there is.
 */
final class TraceBody extends Region {
  /** Beside each other where it is so many times as wide as high. */
  private static final double WIDE = 2.4;

  /** What the steps keep of the height, and of the width. */
  private static final double STEPS = 0.55;

  private final Control steps;
  private final Region inputs;

  TraceBody(Control steps, Region inputs) {
    this.steps = steps;
    this.inputs = inputs;
    getStyleClass().add("fl-trace-body");
    getChildren().addAll(steps, inputs);
    inputs.visibleProperty().subscribe(shown -> requestLayout());
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return steps.prefHeight(width) + (inputs.isVisible() ? inputs.prefHeight(width) : 0);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (!inputs.isVisible()) {
      place(steps, 0, 0, width, height);
    } else if (width > height * WIDE) {
      double left = snapSizeX(width * STEPS);
      place(steps, 0, 0, left, height);
      place(inputs, left, 0, width - left, height);
    } else {
      double below = snapSizeY(Math.min(inputs.prefHeight(width), height * (1 - STEPS)));
      place(steps, 0, 0, width, height - below);
      place(inputs, 0, height - below, width, below);
    }
  }

  private static void place(Node node, double x, double y, double width, double height) {
    node.resizeRelocate(x, y, width, height);
  }
}
