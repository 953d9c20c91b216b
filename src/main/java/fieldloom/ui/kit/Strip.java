package fieldloom.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A sentence across a view, under its head, with what can be done about it: one thing at the right,
 * several below.
 */
public final class Strip extends HBox {
  private static final int MOST_BESIDE = 1;

  private Strip(Feather icon, String styleClass, String sentence, Node... actions) {
    getStyleClass().addAll("fl-strip", styleClass);
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("fl-strip-text");
    setAccessibleText(sentence);
    getChildren().add(Icons.of(icon));
    if (actions.length > MOST_BESIDE) {
      // So many leave no room for the sentence beside them.
      VBox both = new VBox(8, text, new HBox(8, actions));
      HBox.setHgrow(both, Priority.ALWAYS);
      getChildren().add(both);
    } else {
      HBox.setHgrow(text, Priority.ALWAYS);
      getChildren().add(text);
      getChildren().addAll(actions);
    }
  }

  public static Strip bad(String sentence, Node... actions) {
    return new Strip(Feather.ALERT_TRIANGLE, "bad", sentence, actions);
  }

  public static Strip good(String sentence, Node... actions) {
    return new Strip(Feather.CHECK_CIRCLE, "good", sentence, actions);
  }

  public static Strip warning(String sentence, Node... actions) {
    return new Strip(Feather.ALERT_TRIANGLE, "warn", sentence, actions);
  }

  public static Strip info(String sentence, Node... actions) {
    return new Strip(Feather.INFO, "info", sentence, actions);
  }
}
