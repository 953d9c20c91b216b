package fieldloom.ui.preview;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.preview.DocumentViewModel.Row;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A line of a document with its number, in colours, and what folds its parts away; a changed one
 * with a mark and what it was.
 */
final class JsonLineCell extends ListCell<Row> {
  private static final String INDENT = "  ";

  private @Nullable Row shown;
  private final Label number = Controls.label("", "fl-json-number");
  private final StackPane fold = new StackPane();
  private final HBox code = new HBox();
  private final Label was = Controls.label("", "fl-json-was");
  private final Region edge = new Region();
  private final HBox line = new HBox(edge, number, fold, code, was);

  JsonLineCell(DocumentViewModel model) {
    line.setAlignment(Pos.CENTER_LEFT);
    code.setAlignment(Pos.CENTER_LEFT);
    code.setMinWidth(0);
    HBox.setHgrow(code, Priority.ALWAYS);
    edge.getStyleClass().add("fl-json-edge");
    fold.getStyleClass().add("fl-json-fold");
    fold.setOnMousePressed(
        e -> {
          Row row = getItem();
          if (row != null && row.line().isFoldable()) {
            model.fold(row, !row.folded());
            e.consume();
          }
        });
    was.setMinWidth(Region.USE_PREF_SIZE);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (!empty && row != null && row.equals(shown)) {
      // A document of which little has changed is shown anew: styles of its lines are dear.
      return;
    }
    shown = row;
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String before = row.line().was();
    number.setText(String.valueOf(row.number()));
    fold.getChildren().clear();
    if (row.line().isFoldable()) {
      fold.getChildren()
          .add(Icons.small(row.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
    }
    Label indent = Controls.label(INDENT.repeat(row.line().indent()), "fl-json-span");
    indent.setMinWidth(Region.USE_PREF_SIZE);
    code.getChildren().setAll(indent);
    for (JsonLine.Span span : row.line().spans()) {
      code.getChildren().add(piece(span, before != null));
    }
    edge.setVisible(before != null);
    was.setText(
        before == null
            ? ""
            : before.isEmpty()
                ? PreviewView.TEXTS.get("was.absent")
                : PreviewView.TEXTS.get("was", before));
    setAccessibleText(
        row.line().text().strip()
            + (row.folded() ? ", " + PreviewView.TEXTS.get("folded") : "")
            + (before == null ? "" : ", " + was.getText()));
    setGraphic(line);
  }

  private static Label piece(JsonLine.Span span, boolean changed) {
    Label piece = Controls.label(span.text(), "fl-json-span", span.kind().styleClass());
    if (changed && span.kind() != JsonLine.Kind.NAME && span.kind() != JsonLine.Kind.MARK) {
      piece.getStyleClass().add("changed");
    }
    if (span.kind() != JsonLine.Kind.TEXT && span.kind() != JsonLine.Kind.PLAIN) {
      piece.setMinWidth(Region.USE_PREF_SIZE);
    }
    return piece;
  }
}
