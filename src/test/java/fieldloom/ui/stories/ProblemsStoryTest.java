package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Acceptances;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is seen, mended in one step, or let stand with a reason. */
class ProblemsStoryTest {
  @TempDir private Path folder;

  @Test
  void a_wrong_name_is_mended_by_keyboard_alone_and_undone() throws Exception {
    try (DesignerFixture designer = open()) {
      formula(designer, "UPER(order.orderNo)");
      designer.robot.push(KeyCode.ALT, KeyCode.ENTER);
      designer.find("Quick fixes: FBillNo");
      focused(designer, "Write UPPER");
      designer.robot.type(KeyCode.ENTER);
      designer.waitFor("the fix", () -> formula(designer).equals("UPPER(order.orderNo)"));
      assertThat(designer.shows("Quick fixes: FBillNo")).isFalse();
      designer.robot.clickOn(designer.findStarting("FBillNo,"));
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
      designer.waitFor("undo", () -> formula(designer).equals("UPER(order.orderNo)"));
    }
  }

  @Test
  void in_the_table_and_the_text_alt_enter_offers_the_same_and_escape_gives_the_keyboard_back()
      throws Exception {
    try (DesignerFixture designer = open()) {
      formula(designer, "UPER(order.orderNo)");
      for (KeyCode view : new KeyCode[] {KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT1}) {
        designer.robot.push(KeyCode.SHORTCUT, view);
        Node before = settled(designer);
        designer.robot.push(KeyCode.ALT, KeyCode.ENTER);
        focused(designer, "Write UPPER");
        designer.robot.type(KeyCode.ESCAPE);
        designer.waitFor("the keyboard back in " + view, () -> owner(designer) == before);
      }
    }
  }

  @Test
  void a_warning_is_let_stand_with_a_reason_and_taken_back_from_the_list() throws Exception {
    try (DesignerFixture designer = open()) {
      formula(designer, "IF(TRUE, order.orderNo, \"none\")");
      designer.robot.push(KeyCode.F8);
      designer.findStarting("warning FBillNo: The condition of IF always holds");
      designer.click("Accept the warning of FBillNo");
      designer.write("Reason", "only for the pilot");
      designer.robot.type(KeyCode.ENTER);
      designer.find("1 accepted");
      designer.waitFor(
          "the reason in the mapping",
          () ->
              Acceptances.of(mapping(designer)).stream()
                  .anyMatch(a -> a.reason().equals("only for the pilot")));
      designer.click("1 accepted");
      designer.findStarting("accepted FBillNo: The condition of IF always holds");
      designer.click("No longer accept the warning of FBillNo");
      designer.waitFor("none", () -> Acceptances.of(mapping(designer)).isEmpty());
      designer.click("Fix FBillNo");
      designer.click("Remove the branch that is never taken");
      designer.waitFor(
          "the plain link",
          () -> "order.orderNo".equals(mapping(designer).rules().getFirst().from()));
    }
  }

  @Test
  void a_value_without_a_row_gets_one_and_the_table_opens_to_fill_it_in() throws Exception {
    try (DesignerFixture designer = open()) {
      formula(designer, "LOOKUP(\"customers\", order.orderNo)");
      designer.robot.push(KeyCode.ALT, KeyCode.ENTER);
      focused(designer, "Make a table customers");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Table");
      designer.robot.type(KeyCode.ESCAPE);
      designer.waitFor("the table", () -> mapping(designer).tables().size() == 1);
      designer.robot.push(KeyCode.F8);
      designer.findContaining("Record 1 of the sample");
      designer.robot.clickOn(designer.findStarting("FBillNo,"));
      designer.robot.push(KeyCode.ALT, KeyCode.ENTER);
      focused(designer, "Add a row for SO-2026-1187 to customers");
      designer.robot.type(KeyCode.DIGIT1);
      designer.waitFor(
          "the row",
          () ->
              mapping(designer).tables().getFirst().rows().stream()
                  .anyMatch(row -> row.getFirst().asText().equals("SO-2026-1187")));
    }
  }

  private DesignerFixture open() throws Exception {
    DesignerFixture designer = DesignerFixture.open(folder);
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
    return designer;
  }

  /** Types the formula of FBillNo. */
  private static void formula(DesignerFixture designer, String text) throws Exception {
    designer.robot.clickOn(designer.findStarting("FBillNo,"));
    designer.robot.write("=", 0);
    designer.robot.write(text, 0).type(KeyCode.ENTER);
    designer.waitFor("the rule", () -> formula(designer).equals(text));
  }

  private static String formula(DesignerFixture designer) throws Exception {
    return mapping(designer).rules().stream().findFirst().map(Rule::expression).orElse("");
  }

  private static Node owner(DesignerFixture designer) {
    return DesignerFixture.onFx(() -> designer.scene().getFocusOwner());
  }

  /** Who has the keyboard once the view is there. */
  private static Node settled(DesignerFixture designer) {
    org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    return owner(designer);
  }

  private static void focused(DesignerFixture designer, String spoken) {
    designer.waitFor(
        spoken + " to have the keyboard",
        () -> spoken.equals(String.valueOf(owner(designer).getAccessibleText())));
  }

  private static Mapping mapping(DesignerFixture designer) throws Exception {
    String path = "order-to-bill/order-to-bill.flmap";
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }
}
