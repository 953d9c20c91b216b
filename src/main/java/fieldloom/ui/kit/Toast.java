package fieldloom.ui.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Short notes at the lower edge that go by themselves. */
public final class Toast extends VBox {
  private static final double SHOWN_MS = 4_000;
  private static final int AT_MOST = 3;

  /** What a note says of the world. */
  public enum Kind {
    INFO(Feather.INFO, "info"),
    GOOD(Feather.CHECK, "good"),
    BAD(Feather.ALERT_TRIANGLE, "bad");

    private final Feather icon;
    private final String styleClass;

    Kind(Feather icon, String styleClass) {
      this.icon = icon;
      this.styleClass = styleClass;
    }
  }

  public Toast() {
    getStyleClass().add("fl-toasts");
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    setMouseTransparent(true);
  }

  /** Shows a sentence for four seconds; of more than three the oldest goes. */
  public void show(Kind kind, String sentence) {
    Label text = new Label(sentence);
    text.setWrapText(true);
    HBox note = new HBox(Icons.of(kind.icon), text);
    note.getStyleClass().addAll("fl-toast", kind.styleClass);
    note.setAccessibleRole(AccessibleRole.TEXT);
    note.setAccessibleText(sentence);
    getChildren().add(note);
    if (getChildren().size() > AT_MOST) {
      getChildren().removeFirst();
    }
    PauseTransition shown = new PauseTransition(Duration.millis(SHOWN_MS));
    shown.setOnFinished(e -> getChildren().remove(note));
    shown.play();
  }
}
