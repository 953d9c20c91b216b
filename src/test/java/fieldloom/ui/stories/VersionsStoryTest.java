package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved versions are compared in words and on the canvas, and one is brought back. */
class VersionsStoryTest {
  @TempDir private Path folder;

  @Test
  void aVersionIsComparedWithNowMarkedOnTheCanvasAndBroughtBackByMouse() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      history(designer);
      designer.click("Versions");
      designer.robot.clickOn(designer.findStarting("Version 1, "));
      designer.find("Since version 1: no changes");
      designer.drawLink("orderNo", "FBillNo");
      designer.find("Since version 1: 1 change");
      designer.find("new, FBillNo: new, filled by order.orderNo");
      designer.findContaining("FBillNo, string, from orderNo, SO-2026-1187, new");

      designer.robot.clickOn(designer.find("new, FBillNo: new, filled by order.orderNo"));
      designer.waitFor("a version with the link", () -> rules(designer).size() == 1);
      designer.click("Restore");
      designer.findContaining("Now at: Restore version 1");
      designer.waitFor("the first version again", () -> rules(designer).isEmpty());
      designer.find("Since version 1: no changes");
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
      designer.waitFor("the link again", () -> rules(designer).size() == 1);
    }
  }

  @Test
  void byKeysAloneTwoVersionsAreComparedAndThePaneIsLeft() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.waitFor("a version with the link", () -> rules(designer).size() == 1);
      history(designer);
      designer.waitFor(
          "the history to have the keyboard", () -> says(designer, "Steps, the newest first"));
      for (int i = 0; i < 5 && !says(designer, "Versions"); i++) {
        designer.robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
      }
      designer.robot.type(KeyCode.SPACE);
      designer.findStarting("Version 2, ");
      designer.tabTo("Versions, the newest first");
      designer.robot.type(KeyCode.HOME);
      designer.find("Since version 2: no changes");
      designer.robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
      designer.find("From version 1 to 2: 1 change");
      designer.tabTo("Changes");
      designer.robot.type(KeyCode.DOWN, KeyCode.ENTER);
      designer.waitFor("the field to be selected", () -> designer.shows("Formula"));
      designer.robot.type(KeyCode.ESCAPE);
      designer.waitFor("the pane to go", () -> !designer.shows("From version 1 to 2"));
      assertThat(focused(designer)).isNotNull();
    }
  }

  private static void open(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
    designer.findStarting("FBillNo,");
  }

  private static boolean says(DesignerFixture designer, String spoken) {
    Node owner = focused(designer);
    return owner != null && spoken.equals(owner.getAccessibleText());
  }

  private static Node focused(DesignerFixture designer) {
    return DesignerFixture.onFx(() -> designer.scene().getFocusOwner());
  }

  private static void history(DesignerFixture designer) {
    designer.robot.press(KeyCode.SHORTCUT, KeyCode.H).release(KeyCode.H, KeyCode.SHORTCUT);
  }

  private static List<Rule> rules(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    Mapping mapping =
        MappingFile.read(
            designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
    return mapping.rules();
  }
}
