package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store;
import fieldloom.ui.DesignerFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of real databases become sources and targets in the window. */
class DatabaseStoryTest {
  private static final String PASSWORD = "s3cret-word";

  @TempDir private Path folder;

  private static Store.Document stored(DesignerFixture designer, String path) throws Exception {
    return designer.store.document(designer.workspace.id(), path).orElseThrow();
  }

  private static Mapping mapping(DesignerFixture designer, String path) throws Exception {
    return MappingFile.read(stored(designer, path).content(), path);
  }

  @Test
  void aNewMappingBeginsWithATableOfPostgresqlAndItsRowsAsASampleByMouse() throws Exception {
    TestDatabase shop = TestServer.POSTGRESQL.fresh();
    shop.execute(
        "CREATE TABLE orders (no VARCHAR(20) PRIMARY KEY, amount DECIMAL(12,2))",
        "CREATE TABLE order_line (no VARCHAR(20) NOT NULL, pos INT NOT NULL,"
            + " PRIMARY KEY (no, pos), FOREIGN KEY (no) REFERENCES orders (no))",
        "INSERT INTO orders VALUES ('SO-41', 19.90)",
        "INSERT INTO order_line VALUES ('SO-41', 7)");
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.click("New mapping");
      designer.click("Take the source from a database");
      designer.find("Which table the source is");
      designer.write("URL", shop.url());
      designer.write("User", shop.user());
      designer.write("Password", PASSWORD);
      designer.click("Test connection");
      designer.findContaining("Connected to PostgreSQL 14");
      designer.click("Show tables");
      designer.robot.clickOn(designer.findStarting("orders, 2 columns"));
      designer.findStarting("order_line[],");
      designer.find("SO-41");
      designer.click("Query");
      designer.find("Query that selects the rows");
      assertThat(designer.shows("SO-41")).isFalse();
      designer.click("Tables");
      designer.find("SO-41");
      designer.click("Keep these rows as a sample of the mapping");
      designer.click("Use this");
      designer.findContaining("Database table · ");
      designer.choosers.next(MainJobStoryTest.sample("bill.json"));
      designer.click("Choose the target file");
      designer.findContaining("JSON · ");
      designer.click("Create mapping");
      designer.findStarting("order_line[],");
      designer.findContaining("SO-41");
      designer.drawLink("no", "FBillNo");
      designer.waitFor(
          "the value in the target",
          () -> designer.findStarting("FBillNo,").getAccessibleText().contains("SO-41"));

      String path = "orders-to-bill/orders-to-bill.flmap";
      designer.waitFor("the rule", () -> mapping(designer, path).rules().size() == 1);
      Document source = mapping(designer, path).driver();
      assertThat(source.format()).isEqualTo("table");
      assertThat(source.schema()).isEqualTo(new SchemaRef.File("orders.schema.json"));
      assertThat(source.options().path("url").asText()).isEqualTo(shop.url());
      assertThat(source.options().path("table").asText()).isEqualTo("orders");
      for (Store.DocumentInfo info : designer.store.documents(designer.workspace.id())) {
        byte[] content = stored(designer, info.path()).content();
        assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain(PASSWORD);
      }
    }
  }

  @Test
  void rowsOfAQueryBecomeASampleAndTheSchemaStays() throws Exception {
    Path file = folder.resolve("shop");
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file, "owner", PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE \"orders\" (\"orderNo\" VARCHAR(20) PRIMARY KEY)");
      statement.execute("INSERT INTO \"orders\" VALUES ('SO-77')");
    }
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.newMapping(
          MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
      designer.findStarting("orderNo,");
      designer.drawLink("orderNo", "FBillNo");
      designer.choose("Samples");
      designer.click("From a database");
      designer.find("Rows of a database as a sample");
      designer.write("URL", "jdbc:h2:" + file);
      designer.write("User", "owner");
      designer.write("Password", PASSWORD);
      designer.click("Show tables");
      designer.robot.clickOn(designer.findStarting("orders, 1 column"));
      designer.find("SO-77");
      designer.click("Keep as a sample");
      designer.findContaining("FBillNo, string, from orderNo, SO-77");
      assertThat(mapping(designer, MainJobStoryTest.MAPPING).driver().format()).isEqualTo("json");
      assertThat(
              new String(
                  stored(designer, "order-to-bill/samples/orders.json").content(),
                  StandardCharsets.UTF_8))
          .contains("SO-77");
    }
  }

  @Test
  void aSourceIsReplacedByATableOfH2ByKeysAloneAndOneUndoBringsTheOldOneBack() throws Exception {
    Path file = folder.resolve("shop");
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file, "owner", PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE \"orders\" (\"orderNo\" VARCHAR(20) PRIMARY KEY, \"customer\" VARCHAR(9))");
      statement.execute("CREATE TABLE \"other\" (a INT)");
    }
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.newMapping(
          MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
      designer.findStarting("orderNo,");
      designer.drawLink("orderNo", "FBillNo");

      designer.robot.push(KeyCode.SHORTCUT, KeyCode.K);
      designer.robot.write("replace source", 0).type(KeyCode.ENTER);
      designer.find("Replace the schema of order");
      designer.robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.ENTER);
      designer.find("Test connection");
      // From PostgreSQL to H2, and on to the file.
      designer.robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.TAB);
      designer.robot.write(file.toString(), 0);
      designer.robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB).write("owner", 0);
      designer.robot.type(KeyCode.TAB).write(PASSWORD, 0).type(KeyCode.ENTER);
      designer.findStarting("other, 1 column");
      designer.robot.write("orders", 0).type(KeyCode.DOWN);
      designer.find("2 fields");
      designer.robot.type(KeyCode.ENTER);
      designer.find("What becomes of the links to order");
      designer.find("1 field kept");
      designer.robot.type(KeyCode.ENTER);
      designer.findContaining("Schema of order replaced");
      String path = MainJobStoryTest.MAPPING;
      designer.waitFor(
          "the table", () -> mapping(designer, path).driver().format().equals("table"));
      assertThat(mapping(designer, path).driver().options())
          .hasToString("{\"url\":\"jdbc:h2:" + file + "\",\"table\":\"orders\"}");

      designer.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
      designer.waitFor("the file", () -> mapping(designer, path).driver().format().equals("json"));
      assertThat(mapping(designer, path).rules()).hasSize(1);
    }
  }
}
