package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a field has its value: asked by key, by mouse and by command, and gone through. */
class TraceStoryTest {
  private static final Path SAMPLE =
      Path.of("assets/sample/crm-order-to-erp-sales-order.flmap").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void a_field_is_traced_by_key_and_its_steps_rules_and_items_are_gone_through() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.robot.clickOn(designer.findStarting("FCustId.FNumber,"));
      designer.robot.type(KeyCode.T);
      designer.findStarting("1 Table row, ");
      designer.findStarting("2 LOOKUP, ");
      designer.waitFor("the first step", () -> designer.shows("Step 1 of 3"));
      designer.robot.type(KeyCode.F10);
      designer.waitFor("the second step", () -> designer.shows("Step 2 of 3"));
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHORTCUT);
      designer.waitFor("the first step again", () -> designer.shows("Step 1 of 3"));

      designer.click("Next rule");
      designer.waitFor("another field", () -> !title(designer).equals("FCustId.FNumber"));
      designer.click("Previous rule");
      designer.waitFor("the field again", () -> title(designer).equals("FCustId.FNumber"));

      designer.click("Close the trace");
      designer.waitFor("the pane to go", () -> !designer.shows("Close the trace"));
      designer.robot.clickOn(designer.findStarting("FSeq,"));
      designer.robot.type(KeyCode.T);
      designer.waitFor("the first item", () -> title(designer).equals("FEntity[1].FSeq"));
      designer.click("Next item");
      designer.waitFor("the second item", () -> title(designer).equals("FEntity[2].FSeq"));
      designer.findContaining("2 items, this is 2");
      designer.robot.press(KeyCode.SHIFT, KeyCode.ALT, KeyCode.F10);
      designer.robot.release(KeyCode.F10, KeyCode.ALT, KeyCode.SHIFT);
      designer.waitFor("the first item again", () -> title(designer).equals("FEntity[1].FSeq"));
    }
  }

  @Test
  void a_click_on_a_value_traces_it_and_breakpoints_and_watches_are_kept_on_the_way()
      throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.robot.clickOn(designer.findStarting("FSeq,"));
      designer.robot.type(KeyCode.F9);
      designer.waitFor(
          "the mark in the row",
          () -> designer.findStarting("FSeq,").getAccessibleText().endsWith(", breakpoint"));
      Node row = designer.findStarting("FDate,");
      designer.robot.clickOn(DesignerFixture.onFx(() -> valueOf(row)));
      designer.findStarting("1 FORMATDATE, ");
      designer.click("Watch");
      designer.findStarting("Watched FDate: ");
      designer.click("Run to the next breakpoint");
      designer.waitFor("the stop", () -> title(designer).equals("FEntity[1].FSeq"));
      designer.robot.press(KeyCode.SHIFT, KeyCode.F9).release(KeyCode.F9, KeyCode.SHIFT);
      designer.waitFor(
          "the stop in the next item", () -> title(designer).equals("FEntity[2].FSeq"));
      designer.click("Run to the next breakpoint");
      designer.findContaining("No further breakpoint in this record.");
      designer.findStarting("Watched FDate: ");
    }
  }

  @Test
  void an_input_is_changed_to_see_what_follows_and_put_back() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.robot.clickOn(designer.findStarting("FBillNo,"));
      designer.robot.type(KeyCode.T);
      designer.findContaining("\"SO-2026-1187\"");
      // The pane takes the keyboard once it is laid out.
      designer.waitFor("the list to have the keyboard", () -> focused(designer).equals("Steps"));
      designer.write("Input order.orderNo", "SO-2");
      designer.robot.type(KeyCode.ENTER);
      designer.waitFor("the written value", () -> designer.shows("Write, FBillNo"));
      designer.findContaining("\"SO-2\"");
      designer.waitFor(
          "the row of the target",
          () -> designer.findStarting("FBillNo,").getAccessibleText().contains(", SO-2"));
      designer.find("1 value changed");
      designer.click("Back to SO-2026-1187");
      designer.findContaining("\"SO-2026-1187\"");
      designer.waitFor("nothing changed", () -> !designer.shows("1 value changed"));
      assertThat(designer.findStarting("FBillNo,").getAccessibleText()).contains("SO-2026-1187");
    }
  }

  @Test
  void the_command_of_the_palette_opens_it_and_escape_closes_it() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.robot.clickOn(designer.findStarting("FBillNo,"));
      designer.choose("Trace");
      designer.findStarting("1 Read, ");
      designer.waitFor("the list to have the keyboard", () -> focused(designer).equals("Steps"));
      designer.robot.type(KeyCode.DOWN);
      designer.waitFor("the second step", () -> designer.shows("Step 2 of 2"));
      designer.robot.type(KeyCode.ESCAPE);
      designer.waitFor("the pane to go", () -> !designer.shows("Close the trace"));
    }
  }

  private static String focused(DesignerFixture designer) {
    return DesignerFixture.onFx(
        () -> String.valueOf(designer.scene().getFocusOwner().getAccessibleText()));
  }

  private static String title(DesignerFixture designer) {
    return DesignerFixture.onFx(
        () ->
            designer.scene().getRoot().lookup(".fl-trace-field")
                    instanceof javafx.scene.control.Label label
                ? label.getText()
                : "");
  }

  private static javafx.geometry.Point2D valueOf(Node row) {
    javafx.geometry.Bounds bounds = row.localToScreen(row.getBoundsInLocal());
    return new javafx.geometry.Point2D(bounds.getMaxX() - 20, bounds.getCenterY());
  }

  private static void open(DesignerFixture designer) {
    designer.choosers.next(SAMPLE);
    designer.robot.press(KeyCode.SHORTCUT, KeyCode.O).release(KeyCode.O, KeyCode.SHORTCUT);
    designer.findStarting("FBillNo,");
    designer.findContaining("SO-2026-1187");
  }
}
