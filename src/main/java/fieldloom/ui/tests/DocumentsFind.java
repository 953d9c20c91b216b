package fieldloom.ui.tests;

import fieldloom.ui.kit.Controls;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Looks for a text in the documents: Enter goes on to the next line that has it. */
final class DocumentsFind extends HBox {
  private final TextField field = new TextField();
  private final Label none = Controls.label("", "fl-small", "fl-muted");

  DocumentsFind(DocumentsList list) {
    getStyleClass().addAll("fl-note", "fl-documents-find");
    field.getStyleClass().add("fl-field");
    field.promptTextProperty().bind(Words.TEXTS.bind("documents.find"));
    field.accessibleTextProperty().bind(Words.TEXTS.bind("documents.find"));
    field.setOnAction(e -> none.setVisible(!list.find(field.getText())));
    field.textProperty().subscribe(text -> none.setVisible(false));
    none.textProperty().bind(Words.TEXTS.bind("documents.find.none"));
    none.managedProperty().bind(none.visibleProperty());
    none.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().addAll(field, none);
  }
}
