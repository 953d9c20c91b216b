package fieldloom.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A sentence across a view, under its head, with what can be done about it at the right. */
public final class Strip extends HBox {

  private Strip(Feather icon, String styleClass, String sentence, Node... actions) {
    getStyleClass().addAll("fl-strip", styleClass);
    Label text = new Label(sentence);
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    setAccessibleText(sentence);
    getChildren().addAll(Icons.of(icon), text);
    getChildren().addAll(actions);
  }

  public static Strip bad(String sentence, Node... actions) {
    return new Strip(Feather.ALERT_TRIANGLE, "bad", sentence, actions);
  }

  public static Strip warning(String sentence, Node... actions) {
    return new Strip(Feather.ALERT_TRIANGLE, "warn", sentence, actions);
  }

  public static Strip info(String sentence, Node... actions) {
    return new Strip(Feather.INFO, "info", sentence, actions);
  }
}
