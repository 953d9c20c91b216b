package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.FileDrops;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The views of a mapping take files as samples wherever they do not take them as something else, as
 * the trees of the canvas take schemas.
 */
final class DropArea {
  private DropArea() {}

  static void on(StackPane views, Consumer<List<Path>> samples) {
    Label hint = Controls.label("", "fl-drop-hint");
    hint.textProperty().bind(Workbench.TEXTS.bind("sample.drop"));
    hint.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    hint.setMouseTransparent(true);
    hint.visibleProperty().bind(FileDrops.onto(views, samples));
    hint.managedProperty().bind(hint.visibleProperty());
    // Not by a view order: with one among them, toFront no longer brings the others to the front.
    hint.visibleProperty()
        .subscribe(
            shown -> {
              if (shown) {
                hint.toFront();
              }
            });
    StackPane.setAlignment(hint, Pos.CENTER);
    views.getChildren().add(hint);
  }
}
