package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.CatalogField;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The fields of the chosen document as a tree, below what is known of the chosen field. */
final class FieldsPane extends BorderPane {
  private final CatalogViewModel model;
  private final FieldTable table = new FieldTable();
  private final FieldDetail detail = new FieldDetail();
  private final Label count = Controls.label("", "fl-small", "fl-muted");
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
  private final HBox bar;
  private @Nullable CatalogDocument shown;

  FieldsPane(CatalogViewModel model) {
    this.model = model;
    getStyleClass().add("fl-catalog-fields");
    Button open = Controls.iconOnly(Feather.MAXIMIZE_2, Words.bind("fields.open"));
    open.setOnAction(e -> table.openAll(true));
    Button close = Controls.iconOnly(Feather.MINIMIZE_2, Words.bind("fields.close"));
    close.setOnAction(e -> table.openAll(false));
    count.setMinWidth(USE_PREF_SIZE);
    bar = new HBox(4, count, open, close);
    bar.setAlignment(Pos.CENTER_LEFT);
    setCenter(table);
    table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> showDetail(is));
    model.selectedProperty().subscribe(entry -> show());
    Texts.follow(this, FieldsPane::speak);
  }

  /** What belongs into the bar above: how many fields, open and close all. */
  HBox bar() {
    return bar;
  }

  /** Whether the document has no named fields. */
  ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  private void show() {
    CatalogDocument document = model.document();
    if (document == null) {
      return;
    }
    if (!document.equals(shown)) {
      shown = document;
      table.show(FieldRow.of(document.schema()));
    }
    CatalogField found = model.foundField();
    if (found == null) {
      table.getSelectionModel().clearSelection();
    } else {
      table.reveal(found.path());
    }
    speak();
  }

  private void speak() {
    CatalogDocument document = shown;
    if (document != null) {
      long required =
          document.fields().stream().filter(f -> f.isLeaf() && f.node().required()).count();
      count.setText(Words.get("fields.count", document.fieldCount(), required));
      empty.set(document.fields().isEmpty());
      table.refresh();
      showDetail(table.getSelectionModel().getSelectedItem());
    }
  }

  private void showDetail(@Nullable TreeItem<FieldRow> item) {
    if (item == null || item.getValue() == null) {
      setBottom(null);
    } else {
      detail.show(item.getValue());
      setBottom(detail);
    }
  }

  /** Gives the table the keyboard, on its chosen row or the first. */
  void focusFirst() {
    table.requestFocus();
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }
}
