package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.payload.Workbooks;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a file or a database is meant, chosen by keys alone. */
class SchemaChoiceStoryTest {
  private static final String API =
      """
      openapi: 3.0.3
      info: {title: Orders, version: "1"}
      paths:
        /orders:
          post:
            summary: New order
            requestBody:
              content: {application/json: {schema: {type: object, properties: {orderNo: {type: string}, qty: {type: number}}}}}
            responses:
              "201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}
        /bills:
          post:
            summary: New bill
            requestBody:
              content: {application/json: {schema: {type: object, properties: {billNo: {type: string}}}}}
            responses:
              "200": {description: ok, content: {application/json: {schema: {type: object, properties: {bookedAt: {type: string, format: date-time}}}}}}
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Mapping mapping(DesignerFixture designer, String path) throws Exception {
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }

  /** Opens the dialog and answers for the source. */
  private static void beginWith(DesignerFixture designer, Path source) {
    designer.choosers.next(source);
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.N);
    designer.tabTo("Choose the source file");
    designer.robot.type(KeyCode.ENTER);
  }

  /** Goes back to the page of both schemas. */
  private static void use(DesignerFixture designer) {
    designer.tabTo("Use this");
    designer.robot.type(KeyCode.ENTER);
    designer.find("Create mapping");
  }

  /** Takes the target from the file with the bill and makes the mapping. */
  private static void finish(DesignerFixture designer) throws Exception {
    designer.choosers.next(MainJobStoryTest.sample("bill.json"));
    designer.tabTo("Choose the target file");
    designer.robot.type(KeyCode.ENTER);
    designer.find("Change what is read of the target");
    designer.tabTo("Create mapping");
    designer.robot.type(KeyCode.ENTER);
    designer.findStarting("FBillNo,");
  }

  private static void type(DesignerFixture designer, String field, String text) {
    designer.tabTo(field);
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.A).write(text, 0).type(KeyCode.ENTER);
  }

  private static String cell(int column, int row, String text) {
    return "<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>".formatted('A' + column, row, text);
  }

  private static String row(int number, String first, String second) {
    String cells = cell(0, number, first) + cell(1, number, second);
    return "<row r='" + number + "'>" + cells + "</row>";
  }

  @Test
  void theSheetOfAWorkbookAndTheRowThatNamesItsColumnsAreChosen() throws Exception {
    Path book = folder.resolve("orders.xlsx");
    String rows = row(1, "Nr", "Ort") + row(2, "orderNo", "city") + row(3, "SO-1", "Berlin");
    Files.write(book, Workbooks.of(rows).bytes());
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      beginWith(designer, book);
      designer.find("What the source is: orders.xlsx");
      designer.robot.write("ord", 0).type(KeyCode.DOWN);
      designer.findStarting("Ort, string");
      type(designer, "Header row", "2");
      designer.findStarting("city, string");
      use(designer);
      designer.findContaining("Orders · 2 fields");
      finish(designer);

      designer.findStarting("city,");
      designer.findContaining("SO-1");
      Mapping mapping = mapping(designer, "orders-to-bill/orders-to-bill.flmap");
      assertThat(mapping.driver().format()).isEqualTo("xlsx");
      assertThat(mapping.driver().schema()).isEqualTo(new SchemaRef.File("orders.xlsx"));
      assertThat(mapping.driver().options()).hasToString("{\"headerRow\":2,\"sheet\":\"Orders\"}");
    }
  }

  @Test
  void theRequestOfOneOperationIsMappedToTheResponseOfAnother() throws Exception {
    Path api = file("api.yaml", API);
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      beginWith(designer, api);
      designer.find("What the source is: api.yaml");
      designer.robot.write("order req", 0).type(KeyCode.DOWN);
      designer.findStarting("qty, decimal");
      use(designer);
      designer.findContaining("POST /orders · request · 2 fields");
      designer.choosers.next(api);
      designer.tabTo("Choose the target file");
      designer.robot.type(KeyCode.ENTER);
      designer.find("What the target is: api.yaml");
      designer.robot.write("bill resp", 0).type(KeyCode.DOWN);
      designer.findStarting("bookedAt, ");
      use(designer);
      designer.tabTo("Create mapping");
      designer.robot.type(KeyCode.ENTER);

      designer.findStarting("orderNo,");
      designer.findStarting("bookedAt,");
      Mapping mapping = mapping(designer, "api-to-api/api-to-api.flmap");
      assertThat(mapping.driver().options())
          .hasToString("{\"operation\":\"POST /orders\",\"part\":\"request\"}");
      assertThat(mapping.targets().getFirst().options())
          .hasToString("{\"operation\":\"POST /bills\",\"part\":\"response\"}");
    }
  }

  @Test
  void theColumnsOfFixedLinesAreMovedMeasuredAndNamed() throws Exception {
    String lines = "A001 Bolt      3\nA002 Washer   17\nA003 Nut     120\nA004 Nail      9\n";
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      beginWith(designer, file("stock.txt", lines));
      designer.tabTo("Change what is read of the source");
      designer.robot.type(KeyCode.ENTER);
      designer.find("What the source is: stock.txt");
      designer.tabTo("Start of column2, position 6");
      designer.robot.type(KeyCode.LEFT);
      designer.waitFor("the grid", () -> typed(designer, "Length of column 1").equals("4"));
      type(designer, "Length of column 2", "7");
      type(designer, "Name of column 1", "sku");
      type(designer, "Name of column 2", "article");
      designer.findStarting("article, string");
      use(designer);
      finish(designer);

      designer.findStarting("article,");
      designer.findContaining("A001");
      Mapping mapping = mapping(designer, "stock-to-bill/stock-to-bill.flmap");
      assertThat(mapping.driver().format()).isEqualTo("fixed");
      var fields = mapping.driver().options().path("records").path(0).path("fields");
      assertThat(fields)
          .extracting(field -> field.path("name").asText() + " " + field.path("at").asInt())
          .containsExactly("sku 1", "article 5", "column3 12");
      assertThat(fields).extracting(field -> field.path("length").asInt()).containsExactly(4, 7, 5);
    }
  }

  private static String typed(DesignerFixture designer, String spoken) {
    return ((TextField) designer.find(spoken)).getText();
  }

  @Test
  void whatAQueryOfADatabaseSelectsBecomesTheSource() throws Exception {
    Path shop = folder.resolve("shop");
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + shop, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (no VARCHAR(20), net DECIMAL(12,2), tax DECIMAL(12,2))");
      statement.execute("INSERT INTO orders VALUES ('SO-41', 19.90, 3.78)");
    }
    String query = "select no, net + tax as gross from orders";
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.N);
      designer.tabTo("Take the source from a database");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Which table the source is");
      designer.robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
      type(designer, "File", shop.toString());
      designer.findStarting("ORDERS, 3 columns");
      designer.tabTo("Tables");
      designer.robot.type(KeyCode.RIGHT);
      designer.tabTo("Query that selects the rows");
      designer.robot.write(query, 0).push(KeyCode.SHORTCUT, KeyCode.ENTER);
      designer.findStarting("GROSS, decimal");
      designer.find("SO-41");
      designer.tabTo("Keep these rows as a sample of the mapping");
      designer.robot.type(KeyCode.SPACE);
      use(designer);
      finish(designer);

      designer.findStarting("GROSS,");
      designer.findContaining("23.68");
      Mapping mapping = mapping(designer, "query-to-bill/query-to-bill.flmap");
      assertThat(mapping.driver().format()).isEqualTo("table");
      assertThat(mapping.driver().options().path("query").asText()).isEqualTo(query);
      assertThat(mapping.driver().options().path("url").asText()).isEqualTo("jdbc:h2:" + shop);
      assertThat(mapping.driver().options().has("table")).isFalse();
    }
  }

  @Test
  void aSchemaIsReplacedWithWhatTakesThePlaceOfLostFieldsAndOneUndoBringsAllBack()
      throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      beginWith(designer, MainJobStoryTest.sample("order.json"));
      designer.find("Change what is read of the source");
      finish(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.drawLink("customer", "FCustomer");
      designer.drawLink("price", "FPrice");
      waitForRules(designer, "order.orderNo", "order.customer", "order.price");
      Mapping before = mapping(designer, MainJobStoryTest.MAPPING);

      String next = "{\"head\": {\"orderNo\": \"SO-77\"}, \"customer\": \"C9\", \"amount\": 12.5}";
      designer.choosers.next(file("next.json", next));
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.K);
      designer.robot.write("replace source", 0).type(KeyCode.ENTER);
      designer.find("Replace the schema of order");
      designer.robot.type(KeyCode.ENTER);
      designer.find("What becomes of the links to order");
      designer.find("orderNo → head.orderNo");
      designer.tabTo("In place of price: Leave the rules as they are");
      designer.robot.type(KeyCode.ENTER);
      designer.find("amount in place of price");
      designer.robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
      designer.find("In place of price: amount");
      designer.tabTo("Replace schema");
      designer.robot.type(KeyCode.ENTER);
      designer.findContaining("Schema of order replaced");
      designer.findContaining("SO-77");
      waitForRules(designer, "order.head.orderNo", "order.customer", "order.amount");
      assertThat(mapping(designer, MainJobStoryTest.MAPPING).driver().schema())
          .isEqualTo(new SchemaRef.File("next.json"));

      designer.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
      designer.findStarting("price,");
      designer.findContaining("SO-2026-1187");
      waitForRules(designer, "order.orderNo", "order.customer", "order.price");
      assertThat(mapping(designer, MainJobStoryTest.MAPPING)).isEqualTo(before);
    }
  }

  private static void waitForRules(DesignerFixture designer, String... sources) {
    designer.waitFor(
        "rules from " + List.of(sources),
        () ->
            mapping(designer, MainJobStoryTest.MAPPING).rules().stream()
                .map(Rule::expression)
                .toList()
                .equals(List.of(sources)));
  }
}
