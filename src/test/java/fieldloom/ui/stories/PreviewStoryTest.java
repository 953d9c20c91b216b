package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.DesignerFixture;
import fieldloom.ui.Drops;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview beside the canvas: what an edit changes, which field a line is of, which sample. */
class PreviewStoryTest {
  @TempDir private Path folder;

  @Test
  void anEditMarksWhatItChangedAndALineLeadsToItsField() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.findStarting("\"FBillNo\": \"SO-2026-1187\"");
      designer.find("1 changed");
      designer.robot.clickOn(designer.findStarting("\"FBillNo\": "));
      designer.robot.clickOn(designer.find("Formula"));
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.A).write("LOWER(order.orderNo)", 0);
      designer.robot.push(KeyCode.ENTER);
      designer.find("\"FBillNo\": \"so-2026-1187\", was \"SO-2026-1187\"");
      designer.click("Side by side");
      designer.findStarting("\"orderNo\": \"SO-2026-1187\"");
      designer.findStarting("\"FBillNo\": ");
      designer.click("Input");
      designer.waitFor("the output to go", () -> !designer.shows("\"FBillNo\": "));
    }
  }

  @Test
  void samplesArePastedBadOnesAreSaidAndTheEditorGoesOn() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.findStarting("\"FBillNo\": \"SO-2026-1187\"");
      designer.click("Samples");
      paste(designer, "{\"orderNo\": ");
      Node said = designer.findContaining("cannot be shown");
      assertThat(DesignerFixture.onFx(said::getAccessibleText)).contains("line 1");
      paste(designer, "{\"invoice\": 1}");
      designer.findContaining("is kept with the mapping");
      designer.click("Done");
      designer.findContaining("has no field of order: it has invoice");
      designer.click("Samples");
      paste(designer, "{\"orderNo\": \"SO-2\"}");
      designer.findContaining("is kept with the mapping");
      designer.click("Done");
      designer.findStarting("\"FBillNo\": \"SO-2\"");
      assertThat(designer.shows("has no field of order")).isFalse();
    }
  }

  @Test
  void severalSamplesStandBesideEachOtherAndALineLeadsToItsSteps() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.click("Samples");
      paste(designer, "{\"orderNo\": \"SO-2\"}");
      designer.findContaining("is kept with the mapping");
      designer.click("Done");
      designer.robot.doubleClickOn(designer.findStarting("\"FBillNo\": \"SO-2\""));
      designer.find("Close the trace");
      designer.click("Compare");
      designer.find("FBillNo differs: SO-2026-1187, SO-2");
      designer.click("Only where they differ");
      designer.waitFor("the others to go", () -> !designer.shows("FCity: , "));
    }
  }

  @Test
  void filesDroppedBetweenTheTreesAreSamplesAndABadOneIsSaid() throws Exception {
    Path two = Files.writeString(folder.resolve("two.json"), "{\"orderNo\": \"SO-2\"}");
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"orderNo\": ");
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      Node links = designer.scene().getRoot().lookup(".fl-links");
      assertThat(Drops.drop(links, bad)).isTrue();
      Node said = designer.findContaining("cannot be shown");
      assertThat(DesignerFixture.onFx(said::getAccessibleText)).contains("bad.json", "line 1");
      designer.findStarting("\"FBillNo\": \"SO-2026-1187\"");
      assertThat(Drops.drop(links, two)).isTrue();
      designer.findStarting("\"FBillNo\": \"SO-2\"");
    }
  }

  private static void paste(DesignerFixture designer, String text) {
    designer.write("Pasted text", text);
    designer.click("Add pasted text");
  }

  private static void open(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
    designer.findStarting("FBillNo,");
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.P);
    designer.find("Side by side");
  }
}
