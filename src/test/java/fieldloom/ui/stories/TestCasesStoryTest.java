package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample is kept as a case, an edit makes it fail, and what came is accepted or mended. */
class TestCasesStoryTest {
  @TempDir private Path folder;

  @Test
  void aSampleIsKeptAnEditFailsItAndWhatCameIsAcceptedByMouse() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      keep(designer, "first order");
      designer.findStarting("FBillNo, equal: expected SO-2026-1187");
      designer.find("1 of 1 cases pass");
      designer.find("2 of 2 rules touched by a case");
      designer.findContaining("FBillNo, string, from orderNo, SO-2026-1187, as expected");
      designer.waitFor("the case to be saved", () -> !mapping(designer).tests().isEmpty());
      String before = wanted(designer);

      formula(designer, "FQty,", "order.qty + 1");
      designer.find("0 of 1 cases pass");
      designer.robot.type(KeyCode.F8);
      designer.waitFor("the difference", () -> designer.shows("FQty, changed: expected 12"));
      designer.waitFor(
          "its mark on the canvas",
          () -> designer.findStarting("FQty,").getAccessibleText().contains("not as expected"));
      designer.click("Accept actual");
      designer.find("1 of 1 cases pass");
      designer.waitFor("the new wanted output", () -> wanted(designer).contains("\"FQty\": 13"));

      designer.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
      designer.find("0 of 1 cases pass");
      designer.waitFor("the old wanted output", () -> wanted(designer).equals(before));

      designer.robot.type(KeyCode.F8);
      designer.click("Ignore field");
      designer.find("1 of 1 cases pass");
      designer.waitFor(
          "the field to be kept", () -> mapping(designer).tests().getFirst().ignore().size() == 1);
      designer.click("Compare field");
      designer.find("0 of 1 cases pass");
      designer.click("Documents");
      designer.find("expected \"FQty\": 12, actual \"FQty\": 13: changed");
      designer.robot.type(KeyCode.F8);
      designer.waitFor("its line to be selected", () -> chosenLine(designer).contains("FQty"));
      designer.write("Find in the documents", "billno");
      designer.robot.type(KeyCode.ENTER);
      designer.waitFor(
          "the line that was looked for", () -> chosenLine(designer).contains("FBillNo"));
      designer.write("Find in the documents", "nowhere");
      designer.robot.type(KeyCode.ENTER);
      designer.find("No line");
    }
  }

  @Test
  void aRecordThatARunFailedBecomesACaseThatWantsNothingYet() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      formula(designer, "FAmount,", "1 / (order.qty - 12)");
      designer.click("Run");
      designer.click("Start the run");
      designer.click("Keep as test case");
      designer.find("Test case that is shown");
      designer.waitFor("the case", () -> mapping(designer).tests().size() == 1);
      assertThat(mapping(designer).tests().getFirst().name()).isEqualTo("Run 1, record 1");
      assertThat(mapping(designer).tests().getFirst().expect()).isNull();
      designer.waitFor("why it fails", () -> designer.shows("0 of 1 cases pass"));

      formula(designer, "FAmount,", "order.qty - 12");
      designer.waitFor("something to accept", () -> !designer.find("Accept actual").isDisabled());
      designer.click("Accept actual");
      designer.find("1 of 1 cases pass");
      designer.waitFor("its wanted output", () -> wanted(designer).contains("\"FAmount\": 0"));
    }
  }

  @Test
  void whatIsPersonalInRecordsThatARunFailedIsMaskedBeforeTheyBecomeCases() throws Exception {
    Path orders =
        Files.writeString(
            folder.resolve("order.json"),
            """
            [{"orderNo": "SO-2026-1187", "qty": 12, "contact": "王小明", "mobile": "13800138000"},
             {"orderNo": "SO-2", "qty": 12, "contact": "王小明", "mobile": "13900139000"}]
            """);
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer, orders);
      formula(designer, "FAmount,", "1 / (order.qty - 12)");
      designer.click("Run");
      designer.click("Start the run");
      designer.click("Keep as test case");
      designer.find("Personal data in records of run 1");
      designer.click("Cancel");
      assertThat(mapping(designer).tests()).isEmpty();

      designer.click("Jobs");
      designer.click("Keep as test case");
      designer.robot.clickOn(designer.findStarting("mobile, Mobile phone"));
      designer.click("Keep, masked where ticked");
      designer.waitFor("the cases", () -> !mapping(designer).tests().isEmpty());
      String kept = text(designer, "tests/run-1-1.json");
      assertThat(kept).contains("SO-2026-1187", "13800138000").doesNotContain("王小明");
    }
  }

  /** The line of the documents that is selected. */
  private static String chosenLine(DesignerFixture designer) {
    return DesignerFixture.onFx(
        () ->
            designer.scene().lookup(".fl-documents") instanceof ListView<?> list
                ? String.valueOf(list.getSelectionModel().getSelectedItem())
                : "");
  }

  private static void open(DesignerFixture designer) throws Exception {
    open(designer, MainJobStoryTest.sample("order.json"));
  }

  private static void open(DesignerFixture designer, Path order) throws Exception {
    designer.choosers.next(order);
    designer.choosers.next(MainJobStoryTest.sample("bill.json"));
    designer.click("New mapping");
    designer.click("Choose the source file");
    designer.click("Choose the target file");
    designer.click("Create mapping");
    designer.findContaining("SO-2026-1187");
    designer.findStarting("FBillNo,");
    designer.drawLink("orderNo", "FBillNo");
    designer.drawLink("qty", "FQty");
    designer.findContaining("FQty, integer, from qty, 12");
  }

  private static void keep(DesignerFixture designer, String name) {
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.T);
    designer.click("Keep the sample as a test case");
    designer.write("Name", name);
    designer.click("Keep test case");
  }

  private static void formula(DesignerFixture designer, String row, String formula) {
    designer.robot.clickOn(designer.findStarting(row));
    designer.robot.clickOn(designer.find("Formula"));
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.A);
    designer.robot.write(formula, 0).type(KeyCode.ENTER);
  }

  private static Mapping mapping(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }

  /** The wanted output of the first case, as it is kept. */
  private static String wanted(DesignerFixture designer) throws Exception {
    return text(designer, mapping(designer).tests().getFirst().expect());
  }

  private static String text(DesignerFixture designer, String file) throws Exception {
    return designer
        .store
        .document(designer.workspace.id(), "order-to-bill/" + file)
        .map(document -> new String(document.content(), StandardCharsets.UTF_8))
        .orElse("");
  }
}
