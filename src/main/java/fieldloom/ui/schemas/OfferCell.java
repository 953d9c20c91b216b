package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An offer: its title over its name; without a title the name alone. */
final class OfferCell extends ListCell<Offer> {
  private final Label title = Controls.label("", "fl-medium");
  private final Label name = Controls.label("", "fl-muted", "fl-mono");
  private final VBox lines = new VBox(title, name);

  OfferCell() {
    setPrefWidth(0);
    lines.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    name.setMinWidth(0);
    name.managedProperty().bind(name.visibleProperty());
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    if (offer == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    boolean titled = !offer.title().isEmpty();
    title.setText(titled ? offer.title() : offer.name());
    name.setText(offer.name());
    name.setVisible(titled);
    setGraphic(lines);
    setAccessibleText(titled ? offer.title() + ", " + offer.name() : offer.name());
  }
}
