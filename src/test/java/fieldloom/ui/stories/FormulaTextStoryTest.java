package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules are read and written as text, in step with the canvas. */
class FormulaTextStoryTest {
  @TempDir private Path folder;

  @Test
  void linesAreEditedInPlaceAndFollowTheCanvas() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.drawLink("city", "FCity");
      designer.robot.clickOn(designer.findStarting("FCity,"));

      control(designer, KeyCode.DIGIT3);
      designer.findStarting("FBillNo = order.orderNo, SO-2026-1187");
      focused(designer, "Rules, one line a target field");
      designer.robot.type(KeyCode.ENTER);
      focused(designer, "Rule of FCity");
      designer.robot.write("UPPER(order.city) when order.qty > 1", 0).type(KeyCode.ENTER);
      designer.findStarting("FCity = UPPER(order.city) when order.qty > 1, ");
      Rule city = Rule.formula("FCity", "UPPER(order.city)").withWhen("order.qty > 1");
      designer.waitFor("the rule", () -> rules(designer).contains(city));
      focused(designer, "Rules, one line a target field");

      designer.robot.doubleClickOn(designer.findStarting("FBillNo = "));
      focused(designer, "Rule of FBillNo");
      designer.robot.write("UPPER(", 0).type(KeyCode.ENTER);
      designer.findStarting("The end of the formula cannot stand here.");
      designer.robot.clickOn(designer.findStarting("FCity = "));
      designer.findStarting("FBillNo = UPPER(, draft");
      assertThat(rules(designer)).contains(Rule.link("FBillNo", "order.orderNo"));
      designer.robot.type(KeyCode.UP, KeyCode.F2);
      focused(designer, "Rule of FBillNo");
      designer.robot.type(KeyCode.ESCAPE);
      designer.findStarting("FBillNo = order.orderNo, ");

      designer.robot.type(KeyCode.DELETE);
      designer.waitFor("the rule to go", () -> rules(designer).equals(List.of(city)));
      control(designer, KeyCode.Z);
      designer.findStarting("FBillNo = order.orderNo, ");
      control(designer, KeyCode.DIGIT1);
      designer.findStarting("FBillNo, ");
    }
  }

  @Test
  void linesAreSearchedCopiedAndTypedForFieldsWithoutARule() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      control(designer, KeyCode.DIGIT3);
      designer.findStarting("No field has a rule yet.");
      designer.click("Show all fields");
      control(designer, KeyCode.F);
      designer.robot.write("FBill", 0).type(KeyCode.ENTER);
      designer.findStarting("FBillNo = no rule");
      designer.waitFor("the others to go", () -> !designer.shows("FCity = no rule"));
      designer.robot.type(KeyCode.F2);
      focused(designer, "Rule of FBillNo");
      designer.robot.write("order.orderNo", 0).type(KeyCode.ENTER);
      designer.waitFor(
          "the rule", () -> rules(designer).equals(List.of(Rule.link("FBillNo", "order.orderNo"))));
      designer.click("Copy all");
      assertThat(DesignerFixture.onFx(() -> Clipboard.getSystemClipboard().getString()))
          .isEqualTo("FBillNo = order.orderNo\n");
    }
  }

  private static void open(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
  }

  private static void focused(DesignerFixture designer, String spoken) {
    designer.waitFor(
        spoken + " to have the keyboard",
        () ->
            spoken.equals(
                DesignerFixture.onFx(() -> designer.scene().getFocusOwner().getAccessibleText())));
  }

  private static void control(DesignerFixture designer, KeyCode key) {
    designer.robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
  }

  private static List<Rule> rules(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    return MappingFile.read(
            designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path)
        .rules();
  }
}
