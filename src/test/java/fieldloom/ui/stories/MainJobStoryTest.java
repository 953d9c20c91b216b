package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store;
import fieldloom.store.Store.RunState;
import fieldloom.ui.DesignerFixture;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from beginning to end: two samples, links, a formula, a run that is found again. */
class MainJobStoryTest {
  static final String MAPPING = "order-to-bill/order-to-bill.flmap";

  @TempDir private Path folder;

  @Test
  void somebodyDrawsLinksSeesWhatTheyDoRunsTheMappingAndFindsTheRun() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      drawFiveLinks(designer);
      addFormula(designer);
      undoThreeTimesAndRedo(designer);
      save(designer);
      run(designer);
      findTheRun(designer);
    }
  }

  private static void makeMapping(DesignerFixture designer) throws Exception {
    designer.newMapping(sample("order.json"), sample("bill.json"));
    designer.findStarting("orderNo,");
    designer.findStarting("FBillNo,");
    designer.findContaining("SO-2026-1187");
  }

  private static void drawFiveLinks(DesignerFixture designer) {
    designer.drawLink("orderNo", "FBillNo");
    designer.drawLink("customer", "FCustomer");
    designer.drawLink("city", "FCity");
    designer.drawLink("qty", "FQty");
    designer.drawLink("price", "FPrice");
    shows(designer, "FBillNo", "SO-2026-1187");
    shows(designer, "FCity", "苏州");
    shows(designer, "FPrice", "1480.50");
  }

  private static void addFormula(DesignerFixture designer) {
    designer.robot.clickOn(designer.findStarting("FAmount,"));
    designer.robot.clickOn(designer.find("Formula"));
    designer.robot.write("ROUND(order.qty * order.price, 2)", 0).type(KeyCode.ENTER);
    shows(designer, "FAmount", "17766.00");
  }

  private static void undoThreeTimesAndRedo(DesignerFixture designer) {
    for (int i = 0; i < 3; i++) {
      designer.click("Undo");
    }
    showsNo(designer, "FAmount", "17766.00");
    showsNo(designer, "FPrice", "1480.50");
    showsNo(designer, "FQty", "12");
    shows(designer, "FCity", "苏州");
    for (int i = 0; i < 3; i++) {
      designer.click("Redo");
    }
    shows(designer, "FAmount", "17766.00");
    shows(designer, "FQty", "12");
  }

  private static void save(DesignerFixture designer) throws Exception {
    designer.click("Save version");
    designer.findContaining("Saved as version");
    Store.Document stored = designer.store.document(designer.workspace.id(), MAPPING).orElseThrow();
    Mapping mapping = MappingFile.read(stored.content(), MAPPING);
    assertThat(mapping.rules())
        .extracting(rule -> rule.to() + " = " + rule.expression())
        .containsExactlyInAnyOrder(
            "FBillNo = order.orderNo",
            "FCustomer = order.customer",
            "FCity = order.city",
            "FQty = order.qty",
            "FPrice = order.price",
            "FAmount = ROUND(order.qty * order.price, 2)");
  }

  private void run(DesignerFixture designer) throws Exception {
    designer.click("Run");
    designer.click("Start the run");
    designer.findContaining("Done · 1 written");
    Path output = folder.resolve("out/order-to-bill-bill.json");
    assertThat(Files.readString(output))
        .contains("\"SO-2026-1187\"", "\"苏州\"", "1480.50", "17766.00");
  }

  private static void findTheRun(DesignerFixture designer) throws Exception {
    designer.click("Start");
    designer.click("Jobs");
    designer.robot.clickOn(designer.findStarting("order to bill, Done"));
    designer.findContaining("Run 1, Done");
    List<Store.Run> runs = designer.store.runs(designer.workspace.id(), null, 10);
    assertThat(runs).hasSize(1);
    assertThat(runs.getFirst().state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(runs.getFirst().counts()).isEqualTo(new Store.Counts(1, 1, 0));
  }

  private static void shows(DesignerFixture designer, String field, String value) {
    designer.waitFor(
        field + " to show " + value, () -> says(designer, field).contains(", " + value));
  }

  private static void showsNo(DesignerFixture designer, String field, String value) {
    designer.waitFor(
        field + " to lose " + value, () -> !says(designer, field).contains(", " + value));
  }

  private static String says(DesignerFixture designer, String field) {
    return designer.findStarting(field + ",").getAccessibleText();
  }

  static Path sample(String name) throws Exception {
    URL url = MainJobStoryTest.class.getResource(name);
    return Path.of(Objects.requireNonNull(url, name).toURI());
  }
}
