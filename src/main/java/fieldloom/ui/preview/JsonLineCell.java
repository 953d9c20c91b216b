package fieldloom.ui.preview;

import fieldloom.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of JSON with its number, in colours; a changed one with a mark and what it was. */
final class JsonLineCell extends ListCell<JsonLine> {
  private static final double INDENT_PX = 15;

  private final Label number = Controls.label("", "fl-json-number");
  private final HBox code = new HBox();
  private final Label was = Controls.label("", "fl-json-was");
  private final Region edge = new Region();
  private final HBox row = new HBox(edge, number, code, was);

  JsonLineCell() {
    row.setAlignment(Pos.CENTER_LEFT);
    code.setAlignment(Pos.CENTER_LEFT);
    code.setMinWidth(0);
    HBox.setHgrow(code, Priority.ALWAYS);
    edge.getStyleClass().add("fl-json-edge");
    was.setMinWidth(Region.USE_PREF_SIZE);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable JsonLine line, boolean empty) {
    super.updateItem(line, empty);
    if (line == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String before = line.was();
    number.setText(String.valueOf(getIndex() + 1));
    code.getChildren().clear();
    Region indent = new Region();
    indent.setMinWidth(INDENT_PX * line.indent());
    code.getChildren().add(indent);
    for (JsonLine.Span span : line.spans()) {
      Label piece = Controls.label(span.text(), "fl-json-span", span.kind().styleClass());
      if (before != null
          && span.kind() != JsonLine.Kind.NAME
          && span.kind() != JsonLine.Kind.MARK) {
        piece.getStyleClass().add("changed");
      }
      if (span.kind() != JsonLine.Kind.TEXT) {
        piece.setMinWidth(Region.USE_PREF_SIZE);
      }
      code.getChildren().add(piece);
    }
    edge.setVisible(before != null);
    was.setText(
        before == null
            ? ""
            : before.isEmpty()
                ? PreviewView.TEXTS.get("was.absent")
                : PreviewView.TEXTS.get("was", before));
    setAccessibleText(line.text().strip() + (before == null ? "" : ", " + was.getText()));
    setGraphic(row);
  }
}
