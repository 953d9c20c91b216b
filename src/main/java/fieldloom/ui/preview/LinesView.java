package fieldloom.ui.preview;

import fieldloom.ui.preview.DocumentViewModel.Row;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document. A line that is chosen selects its field; arrows to the left and right
 * fold its parts away and show them.
 */
final class LinesView extends ListView<Row> {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final PreviewViewModel model;
  private final DocumentViewModel document;
  private boolean marking;

  LinesView(PreviewViewModel model, DocumentViewModel document, ObservableValue<String> name) {
    super(document.rows());
    this.model = model;
    this.document = document;
    getStyleClass().add("fl-json");
    setCellFactory(view -> new JsonLineCell(document));
    accessibleTextProperty().bind(name);
    getSelectionModel().selectedItemProperty().addListener((o, was, is) -> chosen(is));
    document.markedProperty().subscribe(row -> mark(row));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setOnMouseClicked(
        e -> {
          Row row = getSelectionModel().getSelectedItem();
          if (e.getClickCount() == 2 && row != null) {
            model.trace(document, row);
          }
        });
  }

  private void chosen(@Nullable Row row) {
    if (!marking && !document.isLaying() && row != null) {
      model.select(document, row);
    }
  }

  private void mark(@Nullable Row row) {
    marking = true;
    if (row == null) {
      getSelectionModel().clearSelection();
    } else {
      int index = document.indexOf(row);
      getSelectionModel().clearAndSelect(index);
      if (index >= 0 && !isShown(index)) {
        scrollTo(Math.max(0, index - 3));
      }
    }
    marking = false;
  }

  private boolean isShown(int index) {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && index >= flow.getFirstVisibleCell().getIndex()
        && index <= flow.getLastVisibleCell().getIndex();
  }

  private void key(KeyEvent event) {
    Row row = getSelectionModel().getSelectedItem();
    if (COPY.match(event)) {
      copy(row == null ? document::text : () -> row.line().text().strip());
      event.consume();
    } else if (row != null && event.getCode() == KeyCode.ENTER) {
      model.trace(document, row);
      event.consume();
    } else if (row != null && event.getCode() == KeyCode.LEFT) {
      document.fold(row, true);
      event.consume();
    } else if (row != null && event.getCode() == KeyCode.RIGHT) {
      document.fold(row, false);
      event.consume();
    }
  }

  static void copy(Supplier<String> text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text.get());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
