package fieldloom.ui.table;

import fieldloom.ui.kit.ProposingField;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** A line of text without proposals. */
final class PlainField implements ProposingField {
  private final TextField text = new TextField();

  PlainField() {
    text.getStyleClass().add("fl-rules-plain");
  }

  @Override
  public Region node() {
    return text;
  }

  @Override
  public ObservableValue<String> textProperty() {
    return text.textProperty();
  }

  @Override
  public void show(String shown, boolean selected) {
    text.setText(shown);
    if (selected) {
      text.selectAll();
    } else {
      text.end();
    }
  }

  @Override
  public void showFault(int from, int to) {
    // Any text is a note.
  }

  @Override
  public void hideProposals() {
    // There are none.
  }
}
