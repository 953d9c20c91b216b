package fieldloom.ui.table;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A line of coloured words that ends in an ellipsis where it finds no room. */
final class CutLine extends Region {
  private final HBox line;
  private final Text dots = new Text("…");
  private final Rectangle clip = new Rectangle();

  /**
   * @param cell as wide as it is, without its insets, the line may be
   */
  CutLine(HBox line, Region cell) {
    this.line = line;
    getStyleClass().add("fl-rules-formula");
    dots.getStyleClass().addAll("text", "f-op");
    dots.setTextOrigin(VPos.CENTER);
    dots.setManaged(false);
    line.setClip(clip);
    getChildren().addAll(line, dots);
    cell.widthProperty().subscribe(w -> limit(cell));
    cell.insetsProperty().subscribe(i -> limit(cell));
  }

  private void limit(Region cell) {
    Insets around = cell.getInsets();
    setMaxWidth(Math.max(0, cell.getWidth() - around.getLeft() - around.getRight()));
  }

  /** Whether not all of it is seen. */
  boolean isCut() {
    return dots.isVisible();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return line.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return line.prefHeight(-1);
  }

  @Override
  protected void layoutChildren() {
    double wide = getWidth();
    double high = getHeight();
    double wanted = line.prefWidth(-1);
    line.resizeRelocate(0, 0, wanted, high);
    double room = Math.ceil(dots.getLayoutBounds().getWidth());
    dots.setVisible(wanted > wide + 1);
    dots.relocate(wide - room, 0);
    dots.setY(high / 2);
    dots.setLayoutY(0);
    clip.setWidth(Math.max(0, isCut() ? wide - room : wide));
    clip.setHeight(high);
  }
}
