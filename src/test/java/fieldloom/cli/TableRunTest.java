package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs from the command line between JSON files and tables. */
class TableRunTest {
  private static final String[] SHOP = {
    "CREATE TABLE orders (no INT PRIMARY KEY, customer VARCHAR(10) NOT NULL, amount DECIMAL(12,2),"
        + " due DATE)",
    "CREATE TABLE order_line (no INT NOT NULL, pos SMALLINT NOT NULL, sku VARCHAR(30) NOT NULL,"
        + " qty DECIMAL(9,3), PRIMARY KEY (no, pos),"
        + " FOREIGN KEY (no) REFERENCES orders (no))"
  };
  private static final String ORDERS =
      """
      {"no": 1, "customer": "华东", "amount": 19.90, "due": "2024-02-29", "lines": [
         {"pos": 1, "sku": "A-1", "qty": 1.5}, {"pos": 2, "sku": "A-2", "qty": null}]}
      {"no": 2, "customer": "B", "amount": null, "due": null, "lines": []}
      """
          .replace("[\n", "[");

  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");
  private TestDatabase database = new TestDatabase(TestServer.H2, "", "", "");

  @BeforeEach
  void shop() throws SQLException, IOException {
    database = TestServer.H2.fresh();
    database.execute(SHOP);
    write("orders.ndjson", ORDERS);
    write(
        "in.flmap",
        """
        {"fieldloom": 1, "name": "orders into the shop",
         "sources": [{"name": "order", "format": "ndjson"}],
         "target": {"name": "row", "format": "table",
                    "options": {"url": "%s", "table": "orders"}},
         "rules": [
           {"to": "no", "from": "order.no"}, {"to": "customer", "from": "order.customer"},
           {"to": "amount", "from": "order.amount"}, {"to": "due", "from": "order.due"},
           {"to": "order_line[]", "each": "order.lines[]", "as": "line"},
           {"to": "order_line[].pos", "from": "line.pos"},
           {"to": "order_line[].sku", "from": "line.sku"},
           {"to": "order_line[].qty", "from": "line.qty"}]}
        """);
    write(
        "out.flmap",
        """
        {"fieldloom": 1, "name": "orders out of the shop",
         "sources": [{"name": "row", "format": "table",
                      "options": {"url": "%s", "table": "orders"}}],
         "target": {"name": "order", "format": "ndjson"},
         "rules": [
           {"to": "no", "from": "row.NO"}, {"to": "customer", "from": "row.CUSTOMER"},
           {"to": "amount", "from": "row.AMOUNT"}, {"to": "due", "from": "row.DUE"},
           {"to": "lines[]", "each": "row.ORDER_LINE[]", "as": "line"},
           {"to": "lines[].pos", "from": "line.POS"}, {"to": "lines[].sku", "from": "line.SKU"},
           {"to": "lines[].qty", "from": "line.QTY"}]}
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text.replace("%s", database.url()));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void ordersGoIntoTablesWithTheirLinesAndComeOutAgain() throws IOException {
    int in =
        commands.run(terminal, "run", path("in.flmap"), "--in", "order=" + path("orders.ndjson"));
    assertThat(in).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.errLines().getLast()).startsWith("2 read, 2 written, 0 failed in ");

    int out = commands.run(terminal, "run", path("out.flmap"), "--out", path("again.ndjson"));
    assertThat(out).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(Files.readString(folder.resolve("again.ndjson")))
        .isEqualTo(
            """
            {"no":1,"customer":"华东","amount":19.90,"due":"2024-02-29","lines":[\
            {"pos":1,"sku":"A-1","qty":1.500},{"pos":2,"sku":"A-2","qty":null}]}
            {"no":2,"customer":"B","amount":null,"due":null,"lines":[]}
            """);
  }

  @Test
  void aUrlOnTheCommandLineComesBeforeTheMappingsAndAFileStandsInForBoth()
      throws IOException, SQLException {
    TestDatabase other = TestServer.H2.fresh();
    other.execute(SHOP);
    int in =
        commands.run(
            terminal,
            "run",
            path("in.flmap"),
            "--in",
            "order=" + path("orders.ndjson"),
            "--out",
            "row=" + other.url());
    assertThat(in).as(terminal.err()).isEqualTo(Exit.OK);

    int out = commands.run(terminal, "run", path("out.flmap"), "--in", "row=" + other.url());
    assertThat(out).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.errLines().getLast()).startsWith("2 read, 2 written, 0 failed");
    commands.run(terminal, "run", path("out.flmap"));
    assertThat(terminal.errLines().getLast()).startsWith("0 read, 0 written, 0 failed");

    commands.run(
        terminal,
        "run",
        path("in.flmap"),
        "--in",
        "order=" + path("orders.ndjson"),
        "--out",
        path("rows.json"));
    assertThat(Files.readString(folder.resolve("rows.json")))
        .startsWith("[\n{\"no\":1,\"customer\":\"华东\",\"amount\":19.90,")
        .contains("\"order_line\":[{\"pos\":1,");
  }

  @Test
  void aBadRowFailsAloneUnderSkipAndLeavesNothingUnderStop() throws IOException {
    write(
        "orders.ndjson",
        ORDERS + "{\"no\": 2, \"customer\": \"C\"}\n{\"no\": 3, \"customer\": \"C\"}\n");
    String[] stop = {"run", path("in.flmap"), "--in", "order=" + path("orders.ndjson")};
    assertThat(commands.run(terminal, stop)).isEqualTo(Exit.FAILED);
    assertThat(terminal.errLines().getFirst())
        .contains("record 3", "The table ORDERS has a row with the same NO already");
    assertThat(terminal.errLines().getLast()).startsWith("3 read, 2 written, 1 failed in ");

    String[] skip = {
      "run",
      path("in.flmap"),
      "--in",
      "order=" + path("orders.ndjson"),
      "--on-error",
      "skip",
      "--errors",
      path("errors.ndjson")
    };
    assertThat(commands.run(terminal, skip)).isEqualTo(Exit.FAILED);
    assertThat(terminal.errLines().getLast()).startsWith("4 read, 3 written, 1 failed in ");
    assertThat(Files.readString(folder.resolve("errors.ndjson")))
        .startsWith("{\"record\":3,\"at\":\"line 3\"")
        .contains("\"code\":\"unwritable\"", "leave the record out, or overwrite the row")
        .as("the row that is there is nobody's business")
        .doesNotContain("'B'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"url\": \"%s\", \"table\": \"orders\" | \"table\": \"orders\""
            + " | The source row has no database; name one in its option url, or with --in",
        "\"table\": \"orders\" | \"table\": \"nope\" | has no table or view “nope”",
        "\"table\": \"orders\" | \"key\": \"NO\" | The option table of row is not given",
        "\"url\": \"%s\" | \"url\": \"jdbc:h2:mem:none\" | There is no database jdbc:h2:mem:none",
        "\"url\": \"%s\" | \"url\": \"jdbc:h2:mem:a;INIT=x\" | has the parameter INIT, which is not",
        "\"url\": \"%s\" | \"url\": \"file.db\" | /sources/0/options/url"
      })
  void whatIsMissingOrWrongIsSaidInOneLineBeforeAnythingIsRead(String from, String to, String said)
      throws IOException {
    String mapping = Files.readString(folder.resolve("out.flmap")).replace(database.url(), "%s");
    assertThat(mapping).contains(from);
    write("wrong.flmap", mapping.replace(from, to));

    int status = commands.run(terminal, "run", path("wrong.flmap"), "--out", path("o.ndjson"));

    assertThat(status).as(terminal.err()).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains(said);
    assertThat(folder.resolve("o.ndjson")).doesNotExist();
  }

  @Test
  void aDatabaseIsNoInputOfAFilesFormat() {
    String url = database.url();
    assertThat(commands.run(terminal, "run", path("in.flmap"), "--in", "order=" + url))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines())
        .singleElement()
        .asString()
        .contains("The source order is ndjson and no table; give it a file with --in order=FILE.");
  }

  @Test
  void aTestCaseOfATableReadsAndWantsJsonFilesOfRows() throws IOException {
    write("rows.json", "[{\"NO\": 1, \"CUSTOMER\": \"C\", \"ORDER_LINE\": [{\"POS\": 1}]}]");
    write("want.ndjson", "{\"no\": 1, \"customer\": \"C\", \"lines\": [{\"pos\": 1}]}\n");
    write("order.ndjson", "{\"no\": 1, \"due\": \"2024-02-29\"}\n");
    write("row.json", "[{\"no\": 1, \"due\": \"2024-02-29\"}]");
    String test =
        "\"tests\": [{\"name\": \"t\", \"in\": {\"%s\": \"%s\"}, \"expect\": \"%s\"}], \"rules\"";
    for (String[] one :
        new String[][] {
          {"out.flmap", "row", "rows.json", "want.ndjson"},
          {"in.flmap", "order", "order.ndjson", "row.json"}
        }) {
      String mapping = Files.readString(folder.resolve(one[0]));
      Files.writeString(
          folder.resolve(one[0]),
          mapping.replace("\"rules\"", test.formatted(one[1], one[2], one[3])));
      assertThat(commands.run(terminal, "test", path(one[0]))).as(terminal.out()).isZero();
    }
  }

  @Test
  void theSchemaOfADatabaseIsOfTheFormatTable() {
    assertThat(
            commands.run(
                terminal, "schema", database.url(), "--format", "table", "--root", "orders"))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(terminal.out()).contains("ORDER_LINE[].SKU\tstring");
    assertThat(commands.run(terminal, "schema", database.url(), "--format", "csv"))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(commands.run(terminal, "schema", path("orders.ndjson"), "--format", "table"))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err())
        .contains(
            "A database is read as table, not as csv", "The format table is that of a database");
  }
}
