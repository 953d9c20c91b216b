package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Flow;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeFile;
import fieldloom.landscape.Words;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import fieldloom.ui.DesignerFixture;
import fieldloom.ui.shell.Samples;
import fieldloom.ui.start.SampleCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The landscape through the real window: seen, walked, run, edited, laid out. */
class LandscapeWindowTest {
  private static final Path ASSETS = Path.of("assets/sample");
  private static final String MAPPING = "crm-order-to-erp-sales-order.flmap";
  private static final String JOB = "Orders";

  @TempDir private Path folder;

  @Test
  void aWorkspaceOpensOnItsLandscapeFromWhereMappingsAreOpenedAndJobsAreRun() throws Exception {
    prepare();
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.robot.clickOn(designer.findStarting("CRM to ERP: Sales order, never run"));
      designer.findContaining("The CRM wins the order");
      designer.findContaining("Mapping CRM order to ERP sales order");
      designer.click("Run job");
      designer.findStarting("CRM to ERP: Sales order, 195 records, warnings");
      designer.findContaining("Last run just now: 200 read, 195 written, 5 failed");
      designer.findContaining("5 errors in 1 flow");
      designer.click("See 5 errors");
      designer.findContaining("Errors 5");
      designer.click("Landscape");
      designer.click("Open mapping");
      designer.findStarting("FBillNo,");
      designer.click("Landscape");
      designer.findStarting("CRM to ERP: Sales order");
    }
  }

  @Test
  void everythingWorksByKeyboard() throws Exception {
    prepare();
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      Node canvas = designer.find("Systems and flows");
      designer.waitFor("the canvas to have the keyboard", canvas::isFocused);
      designer.robot.type(KeyCode.RIGHT);
      designer.findContaining("Orders, stock");
      designer.robot.type(KeyCode.LEFT);
      designer.findContaining("The CRM wins the order");
      designer.robot.type(KeyCode.F6);
      designer.waitFor("the inspector to have the keyboard", () -> !canvas.isFocused());
      designer.robot.type(KeyCode.F6);
      designer.waitFor("the canvas to have it again", canvas::isFocused);
      designer.robot.type(KeyCode.A);
      type(designer, "Title, English", "Delivery");
      designer.robot.type(KeyCode.ENTER);
      designer.findStarting("CRM to ERP: Sales order and 1 more");
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
      designer.findContaining("Undone: Add Delivery");
      designer.findStarting("CRM to ERP: Sales order, never run");
      designer.robot.type(KeyCode.DELETE);
      designer.findContaining("stays in the workspace");
      designer.click("Remove");
      designer.waitFor("the flow to go", () -> !designer.shows("CRM to ERP"));
    }
    assertThat(stored().flows()).isEmpty();
  }

  @Test
  void aSystemIsAddedDraggedAndKept() throws Exception {
    prepare();
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.findStarting("CRM,");
      designer.click("Add system");
      type(designer, "Name", "WMS");
      type(designer, "Title, English", "Warehouse");
      designer.robot.type(KeyCode.ENTER);
      Node wms = designer.findStarting("WMS, Warehouse");
      Bounds before = DesignerFixture.onFx(() -> wms.localToScreen(wms.getBoundsInLocal()));
      designer.robot.moveTo(wms).press(MouseButton.PRIMARY).moveBy(20, 60).moveBy(20, 60);
      designer.robot.release(MouseButton.PRIMARY);
      designer.waitFor(
          "the system to be elsewhere",
          () -> wms.localToScreen(wms.getBoundsInLocal()).getMinY() > before.getMinY() + 80);
    }
    assertThat(stored().system("wms")).isPresent();
  }

  @Test
  void aWorkspaceWithoutOneIsLaidOutAtThePressOfAButton() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder, new LaidOut())) {
      designer.click("Landscape");
      designer.click("Lay out the nine systems");
      designer.findStarting("CRM to ERP: Sales order, never run");
      designer.click("Tidy");
      designer.findStarting("CRM to ERP");
    }
  }

  @Test
  void oneCanBeginWithAnEmptyLandscape() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.click("Landscape");
      designer.click("Start with an empty landscape");
      designer.click("Add the first system");
      type(designer, "Name", "CRM");
      designer.robot.type(KeyCode.ENTER);
      designer.findStarting("CRM");
    }
    assertThat(stored().systems()).extracting(BusinessSystem::name).containsExactly("CRM");
  }

  private static void type(DesignerFixture designer, String field, String text) {
    designer.find(field);
    Node input =
        designer
            .robot
            .lookup(node -> node instanceof TextField && field.equals(node.getAccessibleText()))
            .query();
    designer.robot.clickOn(input);
    designer.robot.write(text, 0);
  }

  private Landscape stored() throws Exception {
    try (Store store = Stores.open(folder.resolve("store"))) {
      long workspace = store.workspace("Small manufacturer").id();
      return LandscapeFile.read(store.document(workspace, Landscape.PATH).orElseThrow().content());
    }
  }

  /** A store with the sample's mapping, a job of it, and a landscape with both. */
  private void prepare() throws Exception {
    try (Store store = Stores.open(folder.resolve("store"))) {
      fill(store, store.workspace("Small manufacturer").id());
    }
  }

  private static void fill(Store store, long workspace) throws IOException, StoreException {
    for (String file :
        List.of(
            MAPPING,
            "crm-order.schema.json",
            "erp-sales-order.schema.json",
            "samples/orders.ndjson",
            "tables/customers.csv")) {
      Store.Kind kind = file.endsWith(".flmap") ? Store.Kind.MAPPING : Store.Kind.OTHER;
      store.save(workspace, kind, file, Files.readAllBytes(ASSETS.resolve(file)));
    }
    store.saveJob(
        workspace,
        new Job(
            0,
            JOB,
            MAPPING,
            Map.of("order", "samples/orders.ndjson"),
            Map.of("bill", "bills.ndjson"),
            Job.OnError.SKIP,
            Map.of("orgNumber", "100")));
    Landscape landscape =
        Landscape.empty()
            .with(system("crm", "CRM", "Leads, quotes", false, 100))
            .with(system("erp", "ERP", "Orders, stock", true, 520))
            .with(new Flow("order", "crm", "erp", new Words("Sales order", "销售订单"), MAPPING, JOB))
            .with(
                new fieldloom.landscape.Relation(
                    "crm", "erp", new Words("The CRM wins the order.", "CRM 负责拿单。")));
    store.save(workspace, Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(landscape));
  }

  private static BusinessSystem system(
      String id, String name, String sentence, boolean central, double x) {
    return new BusinessSystem(
        id,
        "main",
        name,
        new Words(name + " system", "系统"),
        new Words(sentence, ""),
        "box",
        central,
        x,
        200);
  }

  /** Has the small landscape to lay out. */
  private static final class LaidOut implements Samples {
    @Override
    public List<SampleCard> cards() {
      return List.of();
    }

    @Override
    public String layOut(SampleCard card, Store store, long workspace) throws IOException {
      throw new IOException("There are no samples in this test.");
    }

    @Override
    public void layOutLandscape(Store store, long workspace) throws IOException, StoreException {
      fill(store, workspace);
    }

    @Override
    public void layOutTemplate(String name, Store store, long workspace) throws IOException {
      throw new IOException("There are no templates in this test.");
    }
  }
}
