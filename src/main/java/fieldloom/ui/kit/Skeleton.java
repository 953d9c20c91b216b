package fieldloom.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * Grey bars where rows will stand, once reading them takes longer than an eye waits. It says
 * nothing: {@link Loading} does.
 */
public final class Skeleton extends VBox {
  private static final double[] WIDTHS_EM = {12, 8, 15, 10, 13, 7};

  private final PauseTransition until = new PauseTransition(Loading.BAR_AFTER);

  /**
   * @param busy whether rows are being read
   */
  public Skeleton(ObservableValue<Boolean> busy) {
    getStyleClass().add("fl-skeleton");
    setMouseTransparent(true);
    setMinSize(0, 0);
    for (double width : WIDTHS_EM) {
      Region bar = new Region();
      bar.getStyleClass().add("fl-skeleton-bar");
      bar.setStyle("-fx-max-width: " + width + "em;");
      getChildren().add(bar);
    }
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setVisible(false);
    until.setOnFinished(e -> setVisible(true));
    busy.subscribe(this::show);
  }

  private void show(boolean busy) {
    until.stop();
    setVisible(false);
    if (busy) {
      until.playFromStart();
    }
  }
}
