package fieldloom.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files of this machine that are dropped on a node. */
public final class FileDrops {
  private FileDrops() {}

  /**
   * Takes files that are dropped on a node, or on what lies in it and takes none itself.
   *
   * @param take the files, in the order in which they were dropped
   * @return whether files are held over it
   */
  public static ReadOnlyBooleanProperty onto(Node node, Consumer<List<Path>> take) {
    ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            over.set(true);
            e.consume();
          }
        });
    node.addEventHandler(DragEvent.DRAG_EXITED, e -> over.set(false));
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        e -> {
          over.set(false);
          List<File> files = e.getDragboard().getFiles();
          e.setDropCompleted(!files.isEmpty());
          e.consume();
          if (!files.isEmpty()) {
            take.accept(files.stream().map(File::toPath).toList());
          }
        });
    return over.getReadOnlyProperty();
  }
}
