package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Page;
import fieldloom.ui.session.Side;
import java.nio.file.Path;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Looking at parts of a mapping: focus, pages, pinned fields, and the search from anywhere. */
class LensStoryTest {
  @TempDir private Path folder;

  @Test
  void ctrlFGoesToTheSearchOfTheTreeUsedLastFromAnywhere() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.robot.clickOn(designer.findStarting("FCity,"));
      designer.robot.type(KeyCode.EQUALS);
      designer.waitFor("the formula bar", () -> focus(designer).startsWith("Formula"));
      control(designer, KeyCode.F);
      focused(designer, "Find target fields");
      designer.robot.clickOn(designer.findStarting("orderNo,"));
      designer.click("History");
      control(designer, KeyCode.F);
      focused(designer, "Find source fields");
      designer.robot.write("city", 0).type(KeyCode.ENTER);
      focused(designer, "Source fields");
      control(designer, KeyCode.DIGIT2);
      control(designer, KeyCode.F);
      focused(designer, "Find rows");
      control(designer, KeyCode.DIGIT3);
      control(designer, KeyCode.F);
      focused(designer, "Find lines");
      control(designer, KeyCode.DIGIT1);
      control(designer, KeyCode.F);
      focused(designer, "Find source fields");
    }
  }

  @Test
  void aPageIsMadeOfASelectionChosenRenamedAndDeletedWithUndo() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("city", "FCity");
      designer.robot.clickOn(designer.findStarting("FCity,"));
      designer.click("Page: All rules");
      designer.robot.clickOn("New page from the selection…");
      designer.write("Name of the page", "City");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Page: City");
      designer.waitFor("the others to go", () -> !designer.shows("FBillNo,"));
      designer.find("Leave Page: City");
      designer.click("Page: City");
      designer.robot.clickOn("Rename the page…");
      designer.write("Name of the page", "Towns");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Page: Towns");
      designer.click("Page: Towns");
      designer.robot.clickOn("All rules");
      designer.findStarting("FBillNo,");
      designer.click("Page: All rules");
      designer.robot.clickOn("Towns");
      designer.find("Page: Towns");
      designer.click("Page: Towns");
      designer.robot.clickOn("Delete the page");
      designer.find("Page: All rules");
      designer.click("Undo");
      designer.click("Save version");
      designer.findStarting("Saved as version");
      assertThat(LayoutFields.pages(stored(designer)))
          .extracting(Page::name)
          .containsExactly("Towns");
    }
  }

  @Test
  void whatIsFoundMakesAPage() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.click("Find target fields");
      designer.robot.write("FCi", 0);
      designer.click("Page: All rules");
      designer.robot.clickOn("New page from what is found…");
      designer.write("Name of the page", "City");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Page: City");
      designer.click("Find target fields");
      designer.robot.type(KeyCode.ESCAPE);
      designer.findStarting("FCity,");
      assertThat(designer.shows("FBillNo,")).isFalse();
    }
  }

  @Test
  void focusIsAButtonThatStaysPressedAndAPinIsSaved() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("city", "FCity");
      designer.robot.clickOn(designer.findStarting("FCity,"));
      designer.click("Focus");
      designer.find("Leave Focus: FCity");
      designer.waitFor("the others to go", () -> !designer.shows("FBillNo,"));
      designer.click("Focus");
      designer.findStarting("FBillNo,");
      control(designer, KeyCode.K);
      designer.robot.write("pin or", 0).type(KeyCode.ENTER);
      designer.find("1 pinned");
      designer.click("Save version");
      designer.findStarting("Saved as version");
      assertThat(LayoutFields.pins(stored(designer), Side.TARGET))
          .containsExactly(FieldRef.parse("bill.FCity"));
    }
  }

  @Test
  void focusAndPagesHoldInTableAndTextAsOnTheCanvas() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("city", "FCity");
      designer.robot.clickOn(designer.findStarting("FCity,"));
      designer.click("Focus");
      control(designer, KeyCode.DIGIT2);
      designer.findStarting("All 1");
      designer.find("Leave Focus: FCity");
      designer.robot.type(KeyCode.ESCAPE);
      designer.waitFor("all rows", () -> !designer.shows("All 1"));
      designer.robot.press(KeyCode.ALT, KeyCode.F).release(KeyCode.F, KeyCode.ALT);
      designer.find("Leave Focus: FCity");
      control(designer, KeyCode.DIGIT3);
      designer.findStarting("Rules 1");
      designer.robot.type(KeyCode.F);
      designer.waitFor("no focus", () -> !designer.shows("Leave Focus: FCity"));
      designer.click("Page: All rules");
      designer.robot.clickOn("New page from the selection…");
      designer.write("Name of the page", "City");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Leave Page: City");
      designer.findStarting("Rules 1");
      control(designer, KeyCode.DIGIT1);
      designer.find("Page: City");
      assertThat(designer.shows("FBillNo,")).isFalse();
    }
  }

  @Test
  void dividersAreWhereTheyWereLeftInTheNextWindow() throws Exception {
    Point2D left;
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.click("Preview");
      designer.waitFor("the divider", () -> divider(designer) != null);
      Node divider = DesignerFixture.onFx(() -> divider(designer));
      designer.robot.moveTo(divider).press(MouseButton.PRIMARY).moveBy(-80, -80);
      designer.robot.release(MouseButton.PRIMARY);
      left = place(designer);
    }
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.findContaining("SO-2026-1187");
      designer.click("Preview");
      designer.waitFor("the divider", () -> divider(designer) != null);
      assertThat(place(designer).distance(left)).isLessThan(3);
    }
  }

  @Test
  void theDividerBetweenPreviewAndHistoryIsWhereItWasLeft() throws Exception {
    double left;
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      right(designer);
      DesignerFixture.onFx(
          () -> {
            beside(designer).setDividerPositions(0.4);
            return true;
          });
      // It is noted where the mouse is let go.
      designer.robot.clickOn(designer.findStarting("orderNo,"));
      left = DesignerFixture.onFx(() -> beside(designer).getDividerPositions()[0]);
      assertThat(left).isLessThan(0.45);
    }
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.findContaining("SO-2026-1187");
      right(designer);
      assertThat(DesignerFixture.onFx(() -> beside(designer).getDividerPositions()[0]))
          .isCloseTo(left, within(0.02));
    }
  }

  /** In a window as wide as that the preview lies beside the view, over the history. */
  private static void right(DesignerFixture designer) {
    DesignerFixture.onFx(
        () -> {
          designer.scene().getWindow().setWidth(1440);
          return true;
        });
    designer.click("Preview");
    control(designer, KeyCode.H);
    designer.waitFor("both panes", () -> beside(designer) != null);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The pane of several panes at the right. */
  private static @Nullable SplitPane beside(DesignerFixture designer) {
    return designer.scene().getRoot().lookupAll(".split-pane").stream()
        .filter(SplitPane.class::isInstance)
        .map(SplitPane.class::cast)
        .filter(pane -> pane.getOrientation() == Orientation.VERTICAL)
        .filter(pane -> pane.getItems().size() == 2)
        .filter(pane -> pane.getItems().getFirst().getClass().getSimpleName().startsWith("Preview"))
        .findFirst()
        .orElse(null);
  }

  private static Node divider(DesignerFixture designer) {
    return designer.scene().getRoot().lookup(".split-pane-divider");
  }

  private static Point2D place(DesignerFixture designer) {
    return DesignerFixture.onFx(
        () -> {
          designer.scene().getRoot().layout();
          return divider(designer).localToScene(0, 0);
        });
  }

  private static Mapping stored(DesignerFixture designer) throws Exception {
    return MappingFile.read(
        designer
            .store
            .document(designer.workspace.id(), MainJobStoryTest.MAPPING)
            .orElseThrow()
            .content(),
        "stored");
  }

  private static void open(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
  }

  private static String focus(DesignerFixture designer) {
    return DesignerFixture.onFx(
        () -> {
          Node owner = designer.scene().getFocusOwner();
          return owner == null || owner.getAccessibleText() == null
              ? ""
              : owner.getAccessibleText();
        });
  }

  private static void focused(DesignerFixture designer, String spoken) {
    designer.waitFor("the keyboard to be at " + spoken, () -> focus(designer).startsWith(spoken));
  }

  private static void control(DesignerFixture designer, KeyCode key) {
    designer.robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
  }
}
