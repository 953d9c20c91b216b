package fieldloom.payload.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.schema.jdbc.JdbcSchemas;
import fieldloom.schema.jdbc.TableTrees;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of tables and queries become the records that the schema of the database tells of. */
class TableReadingTest {
  private static final String[] SHOP = {
    "CREATE TABLE orders (company INT NOT NULL, no VARCHAR(20) NOT NULL, amount DECIMAL(12,2),"
        + " PRIMARY KEY (company, no))",
    "CREATE TABLE order_line (company BIGINT NOT NULL, no VARCHAR(20) NOT NULL, pos INT NOT NULL,"
        + " sku VARCHAR(30), PRIMARY KEY (company, no, pos))",
    "CREATE TABLE schedule (id INT PRIMARY KEY, company BIGINT, no VARCHAR(20), pos INT, due DATE,"
        + " FOREIGN KEY (company, no, pos) REFERENCES order_line (company, no, pos))"
  };
  private static final String LINES_BELONG_TO_ORDERS =
      "ALTER TABLE order_line ADD FOREIGN KEY (company, no) REFERENCES orders (company, no)";

  private static TestDatabase shop(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    for (String table : SHOP) {
      // Keys of MariaDB have the type of what they point to.
      database.execute(server == TestServer.MARIADB ? table.replace("BIGINT", "INT") : table);
    }
    database.execute(
        LINES_BELONG_TO_ORDERS,
        "INSERT INTO orders VALUES (1, 'b', 19.90), (1, 'a', NULL), (2, 'a', 0)",
        "INSERT INTO order_line VALUES (1, 'a', 2, '华'), (1, 'a', 1, 'x'), (2, 'a', 1, NULL)",
        "INSERT INTO schedule VALUES (7, 1, 'a', 2, '2024-02-29'), (8, NULL, NULL, NULL, NULL)");
    return database;
  }

  private static List<String> lower(List<String> records) {
    return records.stream()
        .map(record -> record.replaceAll("\"[A-Z_0-9]+\":", "\0$0"))
        .map(TableReadingTest::lowerNames)
        .toList();
  }

  /** H2 keeps names in upper case. */
  private static String lowerNames(String record) {
    StringBuilder text = new StringBuilder();
    for (String part : record.split("\0")) {
      int colon = part.startsWith("\"") ? part.indexOf("\":") : 0;
      text.append(part.substring(0, colon).toLowerCase(java.util.Locale.ROOT))
          .append(part.substring(colon));
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void anOrderHasItsLinesInTheKeysOrderAndTheyTheirSchedule(TestServer server) throws Exception {
    TestDatabase database = shop(server);

    assertThat(lower(Tables.read(database, "{'table': 'orders', 'depth': 2, 'fetchSize': 1}")))
        .containsExactly(
            "{\"company\":1,\"no\":\"a\",\"amount\":null,\"order_line\":["
                + "{\"pos\":1,\"sku\":\"x\",\"schedule\":[]},"
                + "{\"pos\":2,\"sku\":\"华\",\"schedule\":[{\"id\":7,\"due\":\"2024-02-29\"}]}]}",
            "{\"company\":1,\"no\":\"b\",\"amount\":19.90,\"order_line\":[]}",
            "{\"company\":2,\"no\":\"a\",\"amount\":0.00,\"order_line\":["
                + "{\"pos\":1,\"sku\":null,\"schedule\":[]}]}");
    assertThat(lower(Tables.read(database, "{'table': 'orders', 'depth': 0, 'fetchSize': 1}")))
        .containsExactly(
            "{\"company\":1,\"no\":\"a\",\"amount\":null}",
            "{\"company\":1,\"no\":\"b\",\"amount\":19.90}",
            "{\"company\":2,\"no\":\"a\",\"amount\":0.00}");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void theRecordsHaveTheFieldsOfTheDatabasesSchema(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    try (Connection connection = database.connect()) {
      SchemaTree all = JdbcSchemas.table(connection, "orders", TableTrees.ALL);
      List<String> read = Tables.read(database, Tables.spec("{'table': 'orders'}", all));

      assertThat(read).isEqualTo(Tables.read(database, "{'table': 'orders', 'depth': 2}"));

      SchemaTree plain = JdbcSchemas.table(connection, "orders", 0);
      assertThat(Tables.read(database, Tables.spec("{'table': 'ORDERS'}", plain)))
          .isEqualTo(Tables.read(database, "{'table': 'orders', 'depth': 0}"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void manyOrdersAreReadPageAfterPage(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    database.execute(
        "CREATE TABLE head (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a, b))",
        "CREATE TABLE line (a INT, b INT, id INT PRIMARY KEY,"
            + " FOREIGN KEY (a, b) REFERENCES head (a, b))");
    StringBuilder heads = new StringBuilder("INSERT INTO head VALUES (0, 0)");
    StringBuilder lines = new StringBuilder("INSERT INTO line VALUES (0, 0, 0)");
    for (int i = 1; i < 1_000; i++) {
      heads.append(", (" + i / 30 + ", " + i % 30 + ")");
      lines.append(", (" + i / 30 + ", " + i % 30 + ", " + i + ")");
    }
    database.execute(heads.toString(), lines.toString());

    List<String> read = lower(Tables.read(database, "{'table': 'head'}"));

    assertThat(read).hasSize(1_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(read.get(i))
          .isEqualTo("{\"a\":%d,\"b\":%d,\"line\":[{\"id\":%d}]}".formatted(i / 30, i % 30, i));
    }
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void aQueryAViewAndATableWithoutAKeyAreReadToo(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    database.execute(
        "CREATE VIEW large AS SELECT no, amount FROM orders WHERE amount > 1",
        "CREATE TABLE log (at INT, said VARCHAR(9))",
        "INSERT INTO log VALUES (2, 'b'), (1, 'a'), (2, 'b')");

    assertThat(
            lower(
                Tables.read(
                    database,
                    "{'query': 'SELECT o.no, COUNT(*) AS n, o.no FROM orders o GROUP BY o.no"
                        + " ORDER BY 1;'}")))
        .containsExactly(
            "{\"no\":\"a\",\"n\":2,\"no_2\":\"a\"}", "{\"no\":\"b\",\"n\":1,\"no_2\":\"b\"}");
    assertThat(lower(Tables.read(database, "{'table': 'large'}")))
        .containsExactly("{\"no\":\"b\",\"amount\":19.90}");
    assertThat(lower(Tables.read(database, "{'table': 'log'}")))
        .containsExactlyInAnyOrder(
            "{\"at\":2,\"said\":\"b\"}", "{\"at\":1,\"said\":\"a\"}", "{\"at\":2,\"said\":\"b\"}");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void rowsOfATableThatBelongsToItselfStandInEachOther(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    database.execute(
        "CREATE TABLE part (id INT PRIMARY KEY, of_part INT,"
            + " FOREIGN KEY (of_part) REFERENCES part (id))",
        "INSERT INTO part VALUES (1, NULL)",
        "INSERT INTO part VALUES (2, 1), (3, 2)");
    try (Connection connection = database.connect()) {
      SchemaTree all = JdbcSchemas.table(connection, "part", TableTrees.ALL);

      assertThat(lower(Tables.read(database, Tables.spec("{'table': 'part'}", all))).getFirst())
          .isEqualTo(
              "{\"id\":1,\"of_part\":null,\"part\":["
                  + "{\"id\":2,\"part\":[{\"id\":3,\"part\":[]}]}]}");
    }
    database.execute("UPDATE part SET of_part = 3 WHERE id = 1");
    assertThatThrownBy(() -> Tables.read(database, "{'table': 'part', 'depth': 1000}"))
        .hasMessageContaining("stand in each other more than 100 levels deep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | numeric | 'NaN' | NaN",
        "POSTGRESQL | double precision | '-Infinity' | -Infinity",
        "POSTGRESQL | date | 'infinity' | infinity",
        "POSTGRESQL | timestamptz | '-infinity' | -infinity",
        "POSTGRESQL | time | '24:00' | 24:00:00",
        "H2 | REAL | 'NaN' | NaN",
        "MARIADB | DATE | '0000-00-00' | 0000-00-00",
        "MARIADB | DATETIME | '2024-00-00' | 2024-00-00",
        "MARIADB | TIME | '-101:00:00' | -101:00:00"
      })
  void aValueThatNoRecordCanHoldSpoilsItsRecordOnly(
      TestServer server, String type, String value, String said) throws Exception {
    TestDatabase database = server.fresh();
    database.execute("CREATE TABLE t (id INT PRIMARY KEY, v " + type + ")");
    String into =
        "INSERT INTO t VALUES (1, NULL), (2, '" + value.replace("'", "") + "'), (3, NULL)";
    database.execute(
        server == TestServer.MARIADB ? "SET STATEMENT sql_mode = '' FOR " + into : into);

    List<String> read = Tables.read(database, "{'table': 't'}");

    assertThat(read).hasSize(3);
    assertThat(read.get(1))
        .matches("The column [vV] of the table [tT] holds \\Q" + said + "\\E.*, which is no .*\\.");
    assertThat(read.get(2)).contains("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | The option table of row is not given; write the name of a table or view",
        "{'table': 'nope'} | has no table or view “nope”; name one such as ",
        "{'table': 'orders', 'query': 'SELECT 1'} | left out where the option table is given",
        "{'query': 'DROP TABLE orders'} | write one that starts with SELECT",
        "{'query': 'SELECT nope FROM orders'} | The rows of row cannot be read: ",
        "{'query': 'SELECT FILE_READ(1) FROM orders'} | reaches beyond the database",
        "{'table': 'orders', 'key': 'nope'} | has no column “nope”; name one of ",
        "{'table': 'orders', 'key': ['amount']} | has a column that may be empty",
        "{'table': 'orders', 'fetchSize': 0} | a whole number from 1 on",
        "{'table': 'orders', 'depth': -1} | a whole number from 0 on",
      })
  void whatCannotBeReadIsSaidInOneSentence(String options, String said) throws Exception {
    TestDatabase database = shop(TestServer.H2);

    assertThatThrownBy(() -> Tables.read(database, options))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(said)
        .message()
        .endsWith(".")
        .doesNotContain("\n");
  }

  @Test
  void aFieldWithoutAColumnIsAbsentAndToldOf() throws Exception {
    TestDatabase database = shop(TestServer.H2);
    SchemaTree schema =
        new SchemaTree(
            null,
            SchemaNode.builder("row", FieldType.OBJECT)
                .children(
                    List.of(
                        SchemaNode.builder("no", FieldType.STRING).build(),
                        SchemaNode.builder("colour", FieldType.STRING).build()))
                .build());

    assertThat(Tables.read(database, Tables.spec("{'table': 'orders'}", schema)))
        .containsExactly(
            "The table ORDERS has no column “colour”, so that the field is absent; it has COMPANY,"
                + " NO, AMOUNT, ORDER_LINE.",
            "{\"no\":\"a\"}",
            "{\"no\":\"b\"}",
            "{\"no\":\"a\"}");
  }
}
