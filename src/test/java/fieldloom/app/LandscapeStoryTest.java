package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.store.Store;
import fieldloom.store.Store.RunState;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the landscape to a mapping, to a run, and back to the landscape, where the run is seen. */
class LandscapeStoryTest {
  private static final String JOB = "MES → ERP operation reports 工序汇报";

  @TempDir private Path folder;

  @Test
  void somebodyChangesARuleOfAFlowRunsItsJobAndFindsTheRunOnTheEdge() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder, new CarriedSamples())) {
      layOut(designer);
      openTheReportsMapping(designer);
      changeARule(designer);
      runItsJob(designer);
      findTheRun(designer);
    }
  }

  private static void layOut(DesignerFixture designer) {
    designer.click("Landscape");
    designer.click("Lay out the nine systems");
    designer.findContaining("MES to ERP: Operation reports");
  }

  private static void openTheReportsMapping(DesignerFixture designer) {
    Node edge = designer.findContaining("MES to ERP: Operation reports");
    assertThat(edge.getAccessibleText())
        .contains("MES to ERP: Operation reports and 1 more, never run");
    designer.robot.clickOn(edge);
    designer.robot.clickOn(designer.findStarting("Operation reports 工序汇报, MES"));
    designer.click("Open mapping");
    designer.findStarting("FFinishQty,");
    shows(designer, "FFinishQty", "20");
  }

  private static void changeARule(DesignerFixture designer) {
    designer.robot.clickOn(designer.findStarting("FFinishQty,"));
    designer.robot.clickOn(designer.find("Formula"));
    designer
        .robot
        .press(KeyCode.CONTROL)
        .type(KeyCode.A)
        .release(KeyCode.CONTROL)
        .write("item.goodQty.amount * 2", 0)
        .type(KeyCode.ENTER);
    shows(designer, "FFinishQty", "40");
  }

  private static void runItsJob(DesignerFixture designer) {
    designer.click("Landscape");
    designer.click("Run job");
    designer.findContaining("MES to ERP: Operation reports and 1 more, 5 records, last run good");
  }

  private void findTheRun(DesignerFixture designer) throws Exception {
    designer.findContaining("5 read, 5 written, 0 failed");
    designer.click("Open job");
    designer.findContaining("Run 1, Done");

    List<Store.Run> runs = designer.store.runs(designer.workspace.id(), null, 10);
    assertThat(runs).hasSize(1);
    assertThat(runs.getFirst().jobName()).isEqualTo(JOB);
    assertThat(runs.getFirst().state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(Files.readString(folder.resolve("out/mes-erp-operation-report.json")))
        .contains("\"FFinishQty\":40");
  }

  private static void shows(DesignerFixture designer, String field, String value) {
    designer.waitFor(
        field + " to show " + value,
        () -> designer.findStarting(field + ",").getAccessibleText().contains(", " + value));
  }
}
