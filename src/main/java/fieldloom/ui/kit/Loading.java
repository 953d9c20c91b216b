package fieldloom.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says that something is being read: nothing at first, a thin bar after 150 ms, and after a second
 * also what is going on and a way to give it up.
 */
public final class Loading extends VBox {
  /** How long nothing is shown. */
  static final Duration BAR_AFTER = Duration.millis(150);

  private static final Duration CANCEL_AFTER = Duration.seconds(1);
  private static final Texts TEXTS = Texts.of(Loading.class);

  private final ProgressBar bar = new ProgressBar();
  private final HBox row;
  private final PauseTransition untilBar = new PauseTransition(BAR_AFTER);
  private final PauseTransition untilCancel = new PauseTransition(CANCEL_AFTER);

  /**
   * A bar only.
   *
   * @param words what is going on: {@code Reading orders.xsd}
   */
  public Loading(ObservableValue<Boolean> busy, ObservableValue<String> words) {
    this(busy, words, null);
  }

  /**
   * A bar, and a way to give it up.
   *
   * @param words what is going on: {@code Reading orders.xsd}
   * @param cancel gives it up; null where it cannot be given up
   */
  public Loading(
      ObservableValue<Boolean> busy, ObservableValue<String> words, @Nullable Runnable cancel) {
    getStyleClass().add("fl-loading");
    setMinHeight(USE_PREF_SIZE);
    bar.getStyleClass().add("fl-loading-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    bar.accessibleTextProperty().bind(words);
    Label text = Controls.label("", "fl-muted", "fl-small");
    text.textProperty().bind(words);
    text.setMinWidth(0);
    Button give = Controls.button(TEXTS.get("cancel"));
    give.setAccessibleText(TEXTS.get("cancel.reading"));
    give.getStyleClass().add("small");
    give.setOnAction(
        e -> {
          if (cancel != null) {
            cancel.run();
          }
        });
    row = new HBox(8, text, Controls.spacer(), give);
    row.getStyleClass().add("fl-loading-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.managedProperty().bind(row.visibleProperty());
    getChildren().addAll(bar, row);
    untilBar.setOnFinished(e -> bar.setVisible(true));
    untilCancel.setOnFinished(e -> row.setVisible(cancel != null));
    busy.subscribe(this::show);
  }

  /**
   * Lets the bar say how far it is.
   *
   * @param share from 0 to 1; negative where nobody knows
   */
  public Loading showing(ObservableValue<Number> share) {
    bar.progressProperty().bind(share);
    return this;
  }

  private void show(boolean busy) {
    untilBar.stop();
    untilCancel.stop();
    bar.setVisible(false);
    row.setVisible(false);
    if (busy) {
      untilBar.playFromStart();
      untilCancel.playFromStart();
    }
  }
}
