package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.DesignerFixture;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What was closed is let go of: an analyst opens hundreds of mappings in a day. */
class ClosedWindowTest {
  private static final Path SAMPLE =
      Path.of("assets/sample/crm-order-to-erp-sales-order.flmap").toAbsolutePath();
  private static final int MOST_COLLECTIONS = 50;

  @TempDir private Path folder;

  @Test
  void a_window_that_was_closed_is_not_kept() throws Exception {
    WeakReference<Scene> closed = opened();

    assertThat(goes(closed)).as("the window goes").isTrue();
  }

  private WeakReference<Scene> opened() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.choosers.next(SAMPLE);
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.O).release(KeyCode.O, KeyCode.SHORTCUT);
      designer.findStarting("FBillNo,");
      return new WeakReference<>(designer.scene());
    }
  }

  private static boolean goes(WeakReference<?> kept) {
    for (int i = 0; i < MOST_COLLECTIONS && kept.get() != null; i++) {
      System.gc();
      WaitForAsyncUtils.waitForFxEvents();
    }
    return kept.get() == null;
  }
}
