package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits are listed beside the mapping, and one goes back and forth among them. */
class HistoryStoryTest {
  @TempDir private Path folder;

  @Test
  void stepsAreListedAndGoneToByKeysAndByMouse() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      history(designer);
      designer.find("No changes yet");
      history(designer);
      designer.waitFor("the history to go", () -> !designer.shows("No changes yet"));
      designer.drawLink("orderNo", "FBillNo");
      designer.drawLink("city", "FCity");

      history(designer);
      designer.findStarting("Link city to FCity, ");
      designer.waitFor(
          "the list to have the keyboard",
          () -> designer.shows("Link city to FCity") && focused(designer).contains("Steps"));
      designer.robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
      designer.findContaining("Now at: As it was opened");
      designer.find("As it was opened, now");
      assertThat(designer.findStarting("Link city to FCity").getAccessibleText())
          .endsWith(", undone");
      designer.waitFor("no rule", () -> rules(designer).isEmpty());

      designer.robot.clickOn(designer.findStarting("Link city to FCity"));
      designer.findContaining("Now at: Link city to FCity");
      designer.waitFor("both rules", () -> rules(designer).size() == 2);
      designer.robot.type(KeyCode.ESCAPE);
      designer.waitFor("the history to go", () -> !designer.shows("As it was opened"));
    }
  }

  @Test
  void theKeyOpensTheHistoryAlsoWhileAFormulaIsTypedAndThePreviewStaysBeside() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.P).release(KeyCode.P, KeyCode.SHORTCUT);
      designer.find("Output");
      designer.robot.clickOn(designer.findStarting("FBillNo,"));
      designer.robot.write("=", 0);
      history(designer);
      designer.findStarting("Link orderNo to FBillNo, ");
      designer.find("Output");
      assertThat(rules(designer)).containsExactly(Rule.link("FBillNo", "order.orderNo"));
      designer.click("Close the history");
      designer.waitFor("the history to go", () -> !designer.shows("As it was opened"));
      designer.find("Output");
    }
  }

  private static void open(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
    designer.findStarting("FBillNo,");
  }

  private static String focused(DesignerFixture designer) {
    return DesignerFixture.onFx(
        () -> String.valueOf(designer.scene().getFocusOwner().getAccessibleText()));
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
