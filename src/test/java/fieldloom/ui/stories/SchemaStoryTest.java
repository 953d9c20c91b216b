package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.LargeSchemas;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store;
import fieldloom.ui.DesignerFixture;
import fieldloom.ui.schematree.SchemaTreeView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of whatever the analyst has: chosen for a new mapping, replaced in an open one. */
class SchemaStoryTest {
  private static final String API =
      """
      openapi: 3.0.3
      info: {title: Orders, version: "1"}
      paths:
        /orders:
          post:
            summary: New order
            requestBody:
              content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
            responses:
              "201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}
        /customers:
          get:
            summary: All customers
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}}
      components:
        schemas:
          Order:
            type: object
            required: [orderNo]
            properties:
              orderNo: {type: string, title: Order number}
              lines: {type: array, items: {type: object, properties: {sku: {type: string}, qty: {type: number}}}}
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Mapping stored(DesignerFixture designer, String path) throws Exception {
    Store.Document document = designer.store.document(designer.workspace.id(), path).orElseThrow();
    return MappingFile.read(document.content(), path);
  }

  @Test
  void aNewMappingBeginsWithAnOperationOfAnApi() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.choosers.next(file("api.yaml", API)).next(MainJobStoryTest.sample("bill.json"));
      designer.click("New mapping");
      designer.click("Choose the source file");
      designer.find("What the source is: api.yaml");
      designer.findStarting("All customers, GET /customers");
      designer.robot.write("order req", 0).type(KeyCode.DOWN);
      designer.findStarting("orderNo, Order number, string");
      designer.findStarting("qty, decimal");
      designer.click("Use this");
      designer.findContaining("POST /orders · request · 4 fields");
      designer.click("Choose the target file");
      designer.findContaining("JSON · ");
      designer.click("Create mapping");
      designer.findStarting("lines[],");
      designer.findStarting("FBillNo,");

      Mapping mapping = stored(designer, "api-to-bill/api-to-bill.flmap");
      assertThat(mapping.driver().schema()).isEqualTo(new SchemaRef.File("api.yaml"));
      assertThat(mapping.driver().options())
          .hasToString("{\"operation\":\"POST /orders\",\"part\":\"request\"}");
      assertThat(mapping.driver().format()).isEqualTo("json");
    }
  }

  @Test
  void aSchemaIsReplacedWhatMovedIsFollowedWhatIsLostStaysAndOneUndoBringsAllBack()
      throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      replaceSource(designer);
      designer.findContaining("Schema of order replaced");
      designer.findStarting("amount,");
      designer.findContaining("SO-77");
      waitForRules(designer, "order.head.orderNo", "order.customer", "order.price");

      designer.click("Undo");
      designer.findStarting("price,");
      designer.findContaining("SO-2026-1187");
      waitForRules(designer, "order.orderNo", "order.customer", "order.price");
      Mapping mapping = stored(designer, MainJobStoryTest.MAPPING);
      assertThat(mapping.driver().schema()).isEqualTo(new SchemaRef.File("order.json"));
    }
  }

  private static void makeMapping(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findStarting("orderNo,");
    designer.drawLink("orderNo", "FBillNo");
    designer.drawLink("customer", "FCustomer");
    designer.drawLink("price", "FPrice");
    waitForRules(designer, "order.orderNo", "order.customer", "order.price");
  }

  private void replaceSource(DesignerFixture designer) throws Exception {
    designer.choosers.next(
        file(
            "order.json",
            "{\"head\": {\"orderNo\": \"SO-77\"}, \"customer\": \"C9\", \"amount\": 12.5}"));
    designer.click("Menu");
    designer.robot.clickOn("Replace source schema…");
    designer.click("A file…");
    designer.find("What becomes of the links to order");
    designer.find("1 field kept");
    designer.find("orderNo → head.orderNo");
    designer.findStarting("price, 1 rule");
    designer.find("In place of price: Leave the rules as they are");
    designer.click("Replace schema");
  }

  @Test
  void whatTakesThePlaceOfALostFieldIsChosenByMouseOrByKeys() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      designer.choosers.next(
          file("order.json", "{\"orderNumber\": 1, \"buyer\": 2, \"amount\": 3}"));
      designer.click("Menu");
      designer.robot.clickOn("Replace source schema…");
      designer.click("A file…");
      designer.find("What becomes of the links to order");

      designer.click("In place of price: Leave the rules as they are");
      designer.click("amount in place of price");
      designer.find("In place of price: amount");

      String keys = "In place of orderNo: Leave the rules as they are";
      focus(designer, keys);
      designer.robot.type(KeyCode.ENTER);
      designer.find("orderNumber in place of orderNo");
      designer.robot.type(KeyCode.DOWN).type(KeyCode.ESCAPE);
      designer.find(keys);
      designer.robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
      designer.find("In place of orderNo: orderNumber");

      designer.click("Replace schema");
      designer.findContaining("Schema of order replaced");
      waitForRules(designer, "order.orderNumber", "order.customer", "order.amount");
    }
  }

  private static void focus(DesignerFixture designer, String spoken) {
    var node = designer.find(spoken);
    DesignerFixture.onFx(
        () -> {
          node.requestFocus();
          return true;
        });
  }

  private static void waitForRules(DesignerFixture designer, String... sources) {
    designer.waitFor(
        "rules from " + List.of(sources),
        () ->
            stored(designer, MainJobStoryTest.MAPPING).rules().stream()
                .map(Rule::expression)
                .toList()
                .equals(List.of(sources)));
  }

  @Test
  void aFileDroppedOnATreeBecomesItsSchema() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      Path table = file("orders.csv", "no;city\nSO-1;Berlin\n");
      SchemaTreeView tree = (SchemaTreeView) designer.scene().getRoot().lookup(".fl-tree.source");
      DesignerFixture.onFx(
          () -> {
            tree.drop(List.of(table));
            return true;
          });
      designer.find("What becomes of the links to order");
      designer.click("Replace schema");
      designer.findStarting("city,");
      designer.findContaining("Berlin");
      waitForRules(designer, "order.orderNo", "order.customer", "order.price");
    }
  }

  @Test
  void theColumnsOfFixedLinesAreMovedByKeysAndByMouse() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      String lines = "A001 Bolt      3\nA002 Washer   17\nA003 Nut     120\nA004 Nail      9\n";
      designer.choosers.next(file("stock.txt", lines));
      designer.click("New mapping");
      designer.click("Choose the source file");
      designer.findContaining("Fixed-width text · 3 fields");
      designer.click("Change what is read of the source");

      focus(designer, "Start of column2, position 6");
      designer.robot.type(KeyCode.RIGHT);
      designer.find("Start of column2, position 7");
      designer.waitFor("the grid", () -> typed(designer, "First position of column 2").equals("7"));
      designer.robot.type(KeyCode.INSERT);
      designer.findStarting("4 fields");
      designer.find("Start of column3, position 12");
      focus(designer, "Start of column3, position 12");
      designer.robot.type(KeyCode.DELETE);
      designer.findContaining("3 fields");

      var bound = designer.find("Start of column2, position 7");
      designer.robot.drag(bound).moveBy(-7.2, 0).drop();
      designer.find("Start of column2, position 6");
      designer.waitFor("the grid", () -> typed(designer, "First position of column 2").equals("6"));
    }
  }

  private static String typed(DesignerFixture designer, String spoken) {
    return ((TextField) designer.find(spoken)).getText();
  }

  @Test
  void theReadingOfALargeApiIsCancelledAndAnotherFileIsChosen() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      Path large = LargeSchemas.api(folder.resolve("large.json"), 40 << 20);
      designer.choosers.next(large).next(file("good.json", "{\"a\": 1}"));
      designer.click("New mapping");
      // A quick machine has read it before the button can be pressed.
      designer.holdResults();
      designer.click("Choose the source file");
      designer.click("Cancel reading");
      designer.findContaining("Reading large.json was cancelled");
      designer.letResultsThrough();
      designer.click("Choose another file");
      designer.findContaining("JSON · 1 field");
    }
  }

  @Test
  void ofALargeSampleTheFirstRecordsAreReadWhichTheWindowSays() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      Path large = folder.resolve("orders.csv");
      designer.choosers.next(LargeSchemas.of(large, "no,city\n", "SO-1,Berlin\n", 65 << 20));
      designer.choosers.next(MainJobStoryTest.sample("bill.json"));
      designer.click("New mapping");
      designer.click("Choose the source file");
      designer.findContaining("Of orders.csv, which has more than 64 MB, only the first 699,050");
      designer.findContaining("CSV · 2 fields");
      designer.click("Change what is read of the source");
      designer.findContaining("Of orders.csv, which has more than 64 MB, only the first 699,050");
      designer.click("Use this");
      designer.click("Choose the target file");
      designer.waitFor("both", () -> designer.shows("Change what is read of the target"));
      designer.click("Create mapping");
      designer.findStarting("city,");
      designer.findContaining("Berlin");

      String mapping = "orders-to-bill/orders-to-bill.flmap";
      assertThat(stored(designer, mapping).driver().schema())
          .isEqualTo(new SchemaRef.File("orders.csv"));
      Store.Document kept =
          designer
              .store
              .document(designer.workspace.id(), "orders-to-bill/orders.csv")
              .orElseThrow();
      assertThat(kept.content()).hasSizeLessThanOrEqualTo(8 << 20);
    }
  }

  @Test
  void aBadFileSaysWhyAndAnotherIsChosen() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.choosers.next(file("bad.json", "{\n \"a\": }"));
      designer.choosers.next(file("good.json", "{\"a\": 1}"));
      designer.click("New mapping");
      designer.click("Choose the source file");
      designer.findContaining("bad.json is no JSON at line 2, column 7");
      designer.click("Choose another file");
      designer.findContaining("JSON · 1 field");
    }
  }
}
