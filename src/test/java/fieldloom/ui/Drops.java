package fieldloom.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files that come from outside of the window; without a display no other program can drag them. */
public final class Drops {
  private Drops() {}

  /**
   * Holds files over a node and lets them go, as the toolkit tells of it.
   *
   * @return whether they were taken
   */
  public static boolean drop(Node node, Path... files) {
    return DesignerFixture.onFx(
        () -> {
          Dragboard board = DragboardHelper.createDragboard(clipboard());
          ClipboardContent content = new ClipboardContent();
          content.putFiles(Arrays.stream(files).map(Path::toFile).toList());
          board.setContent(content);
          return fire(node, DragEvent.DRAG_OVER, board).isAccepted()
              && fire(node, DragEvent.DRAG_DROPPED, board).isDropCompleted();
        });
  }

  /** One of the toolkit's, whose content may be copied, as what other programs drag may be. */
  private static TKClipboard clipboard() {
    TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
    return (TKClipboard)
        Proxy.newProxyInstance(
            Drops.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (proxy, method, arguments) ->
                method.getName().equals("getTransferModes")
                    ? EnumSet.of(TransferMode.COPY)
                    : method.invoke(local, arguments));
  }

  private static DragEvent fire(Node node, EventType<DragEvent> type, Dragboard board) {
    DragEvent event = new DragEvent(type, board, 1, 1, 1, 1, TransferMode.COPY, null, node, null);
    // Its copies on the way share with it what they are told.
    Event.fireEvent(node, event);
    return event;
  }
}
