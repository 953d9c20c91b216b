package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One side of the mapping that is to be made; a click shows its document. */
final class PairSlot extends HBox {
  private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

  private final String side;
  private final String key;
  private final ObjectProperty<@Nullable CatalogDocument> document;
  private final Button show = new Button();
  private final Button clear;
  private final Label role = Controls.label("", "fl-muted", "fl-tiny");
  private final Label title = Controls.label("", "fl-medium");
  private final FontIcon icon = Icons.of(SystemIcons.UNKNOWN);

  /**
   * @param side source or target, as words have it
   * @param key what puts the chosen document here
   * @param reveal shows the document in the list
   */
  PairSlot(
      String side,
      String key,
      ObjectProperty<@Nullable CatalogDocument> document,
      Consumer<CatalogDocument> reveal) {
    this.side = side;
    this.key = key;
    this.document = document;
    getStyleClass().add("fl-slot");
    setAlignment(Pos.CENTER_LEFT);
    role.setMinWidth(0);
    title.setMinWidth(0);
    VBox names = new VBox(1, role, title);
    names.setMinWidth(0);
    names.setAlignment(Pos.CENTER_LEFT);
    HBox content = new HBox(9, icon, names);
    content.setAlignment(Pos.CENTER_LEFT);
    show.getStyleClass().add("fl-slot-button");
    show.setGraphic(content);
    show.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    show.setMaxWidth(Double.MAX_VALUE);
    show.setMinWidth(0);
    show.setAlignment(Pos.CENTER_LEFT);
    show.setOnAction(
        e -> {
          CatalogDocument shown = document.get();
          if (shown != null) {
            reveal.accept(shown);
          }
        });
    HBox.setHgrow(show, Priority.ALWAYS);
    clear = Controls.iconOnly(Feather.X, Words.bind("pair.clear." + side));
    clear.getStyleClass().add("small");
    clear.setOnAction(e -> document.set(null));
    clear.visibleProperty().bind(document.isNotNull());
    clear.managedProperty().bind(clear.visibleProperty());
    getChildren().addAll(show, clear);
    document.subscribe(now -> show());
    Texts.follow(this, PairSlot::show);
  }

  private void show() {
    CatalogDocument now = document.get();
    pseudoClassStateChanged(FILLED, now != null);
    title.getStyleClass().removeAll("fl-muted", "fl-medium");
    if (now == null) {
      icon.setIconCode(side.equals("source") ? Feather.LOG_OUT : Feather.LOG_IN);
      role.setText(Words.get(side));
      title.setText(Words.get("pair.pick", key));
      title.getStyleClass().add("fl-muted");
    } else {
      icon.setIconCode(SystemIcons.of(now.system()));
      role.setText(Words.get(side) + " · " + now.system().name());
      title.setText(Words.title(now));
      title.getStyleClass().add("fl-medium");
    }
    String shown = now == null ? title.getText() : now.system().name() + " · " + title.getText();
    show.setAccessibleText(Words.get("pair.slot", Words.get(side), shown));
    show.setTooltip(now == null ? null : new Tooltip(shown));
  }
}
