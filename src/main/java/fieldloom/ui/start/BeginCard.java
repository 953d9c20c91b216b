package fieldloom.ui.start;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A large button that begins something, with its key. */
final class BeginCard extends Button {

  BeginCard(String key, Feather icon, String shortcut, Runnable action) {
    getStyleClass().add("fl-begin");
    Label name = Controls.label("", "fl-bold", "fl-begin-name");
    name.textProperty().bind(StartView.TEXTS.bind("begin." + key));
    HBox head = new HBox(8, Icons.large(icon), name);
    head.setAlignment(Pos.CENTER_LEFT);
    Label about = Controls.label("", "fl-muted", "fl-small");
    about.textProperty().bind(StartView.TEXTS.bind("begin." + key + ".about"));
    VBox card = new VBox(10, head, about, Controls.key(shortcut));
    card.setAlignment(Pos.CENTER_LEFT);
    setGraphic(card);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setAlignment(Pos.CENTER_LEFT);
    setMaxWidth(300);
    accessibleTextProperty().bind(StartView.TEXTS.bind("begin." + key));
    accessibleHelpProperty().bind(StartView.TEXTS.bind("begin." + key + ".about"));
    setOnAction(e -> action.run());
  }
}
