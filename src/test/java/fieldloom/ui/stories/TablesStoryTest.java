package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Table;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lookup tables and own functions are made without a look at the file. */
class TablesStoryTest {
  @TempDir private Path folder;

  @Test
  void a_table_is_made_by_keyboard_pasted_into_and_completed_from_the_sample() throws Exception {
    try (DesignerFixture designer = open()) {
      palette(designer, "Lookup tables");
      designer.tabTo("Table");
      designer.robot.type(KeyCode.SPACE);
      focused(designer, "Name of the table");
      designer.robot.write("customers", 0).type(KeyCode.ENTER);
      designer.tabTo("Rows of customers");
      clip("number\tcustomer\nSO-1\t1001\nSO-1\t1002\n");
      control(designer, KeyCode.V);
      designer.find("2 rows have a key that another row has too.");
      designer.robot.type(KeyCode.F2);
      focused(designer, "number");
      designer.robot.write("SO-2", 0).type(KeyCode.ENTER);
      designer.waitFor("the cell", () -> cell(designer, 0, 0).equals("SO-2"));
      designer.tabTo("Done");
      designer.robot.type(KeyCode.SPACE);

      designer.robot.clickOn(designer.findStarting("FBillNo,"));
      designer.robot.write("=", 0);
      designer.robot.write("LOOKUP(\"customers\", order.orderNo)", 0).type(KeyCode.ENTER);
      designer.waitFor("the rule", () -> mapping(designer).rules().size() == 1);
      palette(designer, "Lookup tables");
      designer.find("No row for SO-2026-1187 of the sample");
      designer.click("Add 1 row");
      designer.waitFor("the row", () -> cell(designer, 2, 0).equals("SO-2026-1187"));
      designer.find("number, row 3: SO-2026-1187");
      designer.click("Row");
      designer.find("number, row 4: SO-2026-1187");
      designer.write("Name of the table", "clients");
      designer.robot.type(KeyCode.ENTER);
      designer.waitFor(
          "the rule to follow",
          () -> mapping(designer).rules().getFirst().formula().contains("clients"));
      designer.click("Delete table");
      designer.findStarting("FBillNo looks something up in it");
      assertThat(mapping(designer).tables()).hasSize(1);
    }
  }

  @Test
  void a_function_is_made_by_keyboard_alone_and_tried() throws Exception {
    try (DesignerFixture designer = open()) {
      palette(designer, "Own functions");
      focused(designer, "Name");
      designer.robot.write("TIDY_NO", 0);
      designer.tabTo("Parameters");
      designer.robot.write("s", 0);
      designer.tabTo("Formula");
      designer.robot.write("UPPER(TRIM(s))", 0);
      designer.tabTo("Try s with");
      designer.robot.write("\" so-1 \"", 0);
      designer.find("SO-1");
      designer.robot.type(KeyCode.ENTER);
      designer.waitFor(
          "the function",
          () ->
              mapping(designer).functions().stream()
                  .map(OwnFunction::formula)
                  .toList()
                  .equals(List.of("UPPER(TRIM(s))")));
      designer.find("Not used yet");
      designer.robot.type(KeyCode.ESCAPE);
      control(designer, KeyCode.Z);
      designer.waitFor("undo", () -> mapping(designer).functions().isEmpty());
    }
  }

  private DesignerFixture open() throws Exception {
    DesignerFixture designer = DesignerFixture.open(folder);
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
    return designer;
  }

  private static void palette(DesignerFixture designer, String command) {
    control(designer, KeyCode.K);
    designer.waitFor(
        "the palette",
        () -> DesignerFixture.onFx(() -> designer.scene().getFocusOwner()) instanceof TextField);
    designer.robot.write(command, 0).type(KeyCode.ENTER);
  }

  private static void clip(String text) {
    DesignerFixture.onFx(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          return Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private static void control(DesignerFixture designer, KeyCode key) {
    designer.robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
  }

  private static void focused(DesignerFixture designer, String spoken) {
    designer.waitFor(
        spoken + " to have the keyboard",
        () ->
            spoken.equals(
                DesignerFixture.onFx(() -> designer.scene().getFocusOwner().getAccessibleText())));
  }

  private static String cell(DesignerFixture designer, int row, int column) throws Exception {
    List<Table> tables = mapping(designer).tables();
    return tables.isEmpty() || tables.getFirst().rows().size() <= row
        ? ""
        : tables.getFirst().rows().get(row).get(column).asText();
  }

  private static Mapping mapping(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }
}
