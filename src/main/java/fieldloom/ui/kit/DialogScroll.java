package fieldloom.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.layout.Region;

/** What a dialog holds: as high as it wishes to be, scrolling where there is less room. */
final class DialogScroll extends ScrollPane {
  private static final double LEAST_PX = 60;

  private final Region content;

  DialogScroll(Region content) {
    super(content);
    this.content = content;
    getStyleClass().add("fl-dialog-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    // Without it nothing inside could have the keyboard before the first layout.
    setSkin(new ScrollPaneSkin(this));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return content.minWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return Math.min(LEAST_PX, content.minHeight(width));
  }
}
