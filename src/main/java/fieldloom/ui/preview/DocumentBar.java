package fieldloom.ui.preview;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Side;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Over a document: which one it is, as values or as text, and what folds all of it. */
final class DocumentBar extends HBox {
  private static final Texts TEXTS = PreviewView.TEXTS;

  private final PreviewViewModel model;
  private final DocumentViewModel document;
  private final ComboBox<String> names = new ComboBox<>();
  private final HBox segments = new HBox();
  private boolean showing;

  DocumentBar(PreviewViewModel model, DocumentViewModel document) {
    this.model = model;
    this.document = document;
    boolean source = document.side() == Side.SOURCE;
    getStyleClass().add("fl-document-bar");
    setAlignment(Pos.CENTER_LEFT);
    names.getStyleClass().add("fl-field");
    names.accessibleTextProperty().bind(TEXTS.bind(source ? "source" : "target"));
    names.setMinWidth(0);
    names
        .valueProperty()
        .addListener(
            (o, was, is) -> {
              if (!showing && is != null) {
                document.documentProperty().set(is);
              }
            });
    ToggleGroup group = new ToggleGroup();
    segments.getStyleClass().add("fl-segments");
    segments.setMinWidth(Region.USE_PREF_SIZE);
    segments.getChildren().add(segment("values", false, group, "first"));
    segments.getChildren().add(segment("text", true, group, "last"));
    Button fold = Controls.iconOnly(Feather.MINIMIZE_2, TEXTS.bind("fold"));
    fold.setOnAction(e -> document.foldAll());
    Button unfold = Controls.iconOnly(Feather.MAXIMIZE_2, TEXTS.bind("unfold"));
    unfold.setOnAction(e -> document.unfoldAll());
    Button copy = Controls.iconOnly(Feather.COPY, TEXTS.bind(source ? "copy.in" : "copy.out"));
    copy.setOnAction(e -> LinesView.copy(document::text));
    getChildren().addAll(names, segments, Controls.spacer(), fold, unfold, copy);
    model.madeProperty().subscribe(made -> show());
  }

  private ToggleButton segment(String key, boolean written, ToggleGroup group, String position) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(TEXTS.bind(key));
    button.accessibleTextProperty().bind(TEXTS.bind(key));
    button.getStyleClass().add(position);
    button.setToggleGroup(group);
    model.writtenProperty().subscribe(now -> button.setSelected(now == written));
    button.setOnAction(
        e -> {
          button.setSelected(true);
          model.writtenProperty().set(written);
        });
    return button;
  }

  private void show() {
    boolean source = document.side() == Side.SOURCE;
    List<String> all = source ? model.sources() : model.targets();
    showing = true;
    if (!names.getItems().equals(all)) {
      names.getItems().setAll(all);
    }
    names.setValue(document.documentProperty().get());
    showing = false;
    there(names, all.size() > 1);
    there(segments, !source && model.isTextOffered());
  }

  private static void there(Region node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
