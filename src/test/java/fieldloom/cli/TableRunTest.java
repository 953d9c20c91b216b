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
}
