package fieldloom.payload.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.payload.FormatException;
import fieldloom.payload.UnwritableRecordException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Records become rows, in each mode and in each database. */
class TableWritingTest {

  private static TestDatabase shop(TestServer server) throws SQLException {
    TestDatabase database = server.fresh();
    database.execute(
        "CREATE TABLE customer (code VARCHAR(5) PRIMARY KEY)",
        "INSERT INTO customer VALUES ('C1'), ('C2')",
        "CREATE TABLE orders (no INT PRIMARY KEY, bill_to VARCHAR(5) NOT NULL,"
            + " amount DECIMAL(6,2), state VARCHAR(9) DEFAULT 'new', ref VARCHAR(9),"
            + " CONSTRAINT bill_fk FOREIGN KEY (bill_to) REFERENCES customer (code),"
            + " CONSTRAINT ref_uq UNIQUE (ref), CONSTRAINT amount_ck CHECK (amount >= 0))",
        "CREATE TABLE line (no INT NOT NULL, pos INT NOT NULL, sku VARCHAR(9), shipped INT,"
            + " PRIMARY KEY (no, pos), FOREIGN KEY (no) REFERENCES orders (no))");
    return database;
  }

  private static List<String> rows(TestDatabase database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : " ").append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static List<String> orders(TestDatabase database) throws SQLException {
    return rows(database, "SELECT no, bill_to, amount, state FROM orders ORDER BY no");
  }

  private static List<String> lines(TestDatabase database) throws SQLException {
    return rows(database, "SELECT no, pos, sku, shipped FROM line ORDER BY no, pos");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void whatARecordDoesNotHaveGetsItsDefaultAndNullIsNull(TestServer server) throws Exception {
    TestDatabase database = shop(server);

    Tables.write(
        database,
        "{'table': 'orders'}",
        "{'no': 1, 'bill_to': 'C1', 'amount': 1.5}".replace('\'', '"'),
        "{\"BILL_TO\": \"C2\", \"No\": \"2\", \"state\": null}",
        "{\"no\": 3, \"bill_to\": \"C1\", \"amount\": 0, \"line\": [{\"pos\": 1, \"sku\": \"a\"}]}");

    assertThat(orders(database))
        .containsExactly("1 C1 1.50 new", "2 C2 null null", "3 C1 0.00 new");
    assertThat(lines(database)).containsExactly("3 1 a null");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void anUpsertInsertsChangesAndMakesTheLinesThoseOfTheRecord(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    database.execute(
        "INSERT INTO orders (no, bill_to, amount, state) VALUES (1, 'C1', 5, 'old'), (2, 'C1', 6, 'old')",
        "INSERT INTO line VALUES (1, 1, 'a', 7), (1, 2, 'b', 8), (2, 1, 'c', 9)");

    Tables.write(
        database,
        "{'table': 'orders', 'mode': 'upsert'}",
        "{\"no\": 1, \"bill_to\": \"C2\", \"line\": [{\"pos\": 1, \"sku\": \"A\"}, {\"pos\": 3}]}",
        "{\"no\": 2, \"bill_to\": \"C2\"}",
        "{\"no\": 3, \"bill_to\": \"C2\", \"line\": [{\"pos\": 1}]}");

    assertThat(orders(database)).containsExactly("1 C2 5.00 old", "2 C2 6.00 old", "3 C2 null new");
    assertThat(lines(database))
        .containsExactly("1 1 A 7", "1 3 null null", "2 1 c 9", "3 1 null null");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void anUpdateChangesAndADeleteRemovesAndBothMissARowThatIsNotThere(TestServer server)
      throws Exception {
    TestDatabase database = shop(server);
    database.execute(
        "INSERT INTO orders (no, bill_to, ref) VALUES (1, 'C1', 'x'), (2, 'C1', 'y')",
        "INSERT INTO line VALUES (1, 1, 'a', 7)");

    Tables.write(
        database,
        "{'table': 'orders', 'mode': 'update'}",
        "{\"no\": 1, \"amount\": 9}",
        "{\"no\": 2}");
    assertThat(orders(database)).containsExactly("1 C1 9.00 new", "2 C1 null new");

    Tables.write(
        database,
        "{'table': 'orders', 'mode': 'update', 'key': 'ref'}",
        "{\"ref\": \"y\", \"amount\": 3}");
    assertThat(orders(database)).containsExactly("1 C1 9.00 new", "2 C1 3.00 new");

    String options = "{'table': 'orders', 'mode': 'delete'}";
    assertThatThrownBy(() -> Tables.write(database, options, "{\"no\": 1}"))
        .isInstanceOf(UnwritableRecordException.class)
        .message()
        .containsIgnoringCase("The row of the table orders cannot be removed")
        .endsWith("; remove those first.");
    Tables.write(database, options, "{\"no\": 1, \"line\": []}", "{\"no\": 2, \"state\": 5}");
    assertThat(orders(database)).isEmpty();
    assertThat(lines(database)).isEmpty();

    for (String mode : new String[] {"update", "delete"}) {
      assertThatThrownBy(
              () ->
                  Tables.write(
                      database, "{'table': 'orders', 'mode': '" + mode + "'}", "{\"no\": 9}"))
          .isInstanceOf(UnwritableRecordException.class)
          .message()
          .isEqualToIgnoringCase(
              "The table orders has no row with no = 9 to "
                  + mode
                  + "; correct the key, or write it with the mode upsert.");
    }
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void linesGetTheNumberThatTheDatabaseGivesTheirOrder(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    String counted =
        switch (server) {
          case MARIADB -> "INT AUTO_INCREMENT PRIMARY KEY";
          case H2, POSTGRESQL -> "INT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
        };
    database.execute(
        "CREATE TABLE orders (name VARCHAR(9), id " + counted + ")",
        "CREATE TABLE line (id "
            + counted
            + ", order_id INT NOT NULL, sku VARCHAR(9),"
            + " FOREIGN KEY (order_id) REFERENCES orders (id))");

    Tables.write(
        database,
        "{'table': 'orders'}",
        "{\"name\": \"a\", \"line\": [{\"sku\": \"x\"}, {\"sku\": \"y\"}]}",
        "{\"name\": \"b\", \"line\": [{\"sku\": \"z\"}]}",
        "{\"name\": \"c\"}",
        "{}");

    assertThat(
            rows(
                database,
                "SELECT o.name, l.sku FROM orders o LEFT JOIN line l ON l.order_id = o.id"
                    + " WHERE o.name IS NOT NULL ORDER BY 1, 2"))
        .containsExactly("a x", "a y", "b z", "c null");
    assertThat(rows(database, "SELECT COUNT(*) FROM orders")).containsExactly("4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'bill_to': 'C1'} | The column no of the table orders must have a value; give it one in a rule.",
        "{'no': 1, 'bill_to': null} | The column bill_to of the table orders must have a value, not null;",
        "{'no': 1, 'bill_to': 'C1', 'x': 1} | The table orders has no column “x”; leave the field out",
        "{'no': 1, 'bill_to': 'toolong'} | The column bill_to of the table orders has room for 5 characters, the value \"toolong\" has 7;",
        "{'no': 1.5, 'bill_to': 'C1'} | The column no of the table orders has no digits after the point, the value 1.5 has more;",
        "{'no': 3000000000, 'bill_to': 'C1'} | The column no of the table orders takes numbers from -2147483648 to 2147483647, not 3000000000;",
        "{'no': 1, 'bill_to': 'C1', 'amount': 1.005} | The column amount of the table orders has 2 digits after the point, the value 1.005 has more;",
        "{'no': 1, 'bill_to': 'C1', 'amount': 12345} | The column amount of the table orders has room for up to 4 digits before the point, the value 12345 has more;",
        "{'no': {}, 'bill_to': 'C1'} | The column no of the table orders takes a number, not {}; convert it.",
        "{'no': 1, 'bill_to': 'C1', 'line': 5} | The field line stands for rows of the table line and takes a list, not 5;",
        "{'no': 1, 'bill_to': 'C1', 'line': [5]} | A row of the table line is an object, not 5;",
        "{'no': 1, 'bill_to': 'C1', 'line': [{'pos': 1, 'no': 2}]} | The column no of the table line is filled from the row around it;",
        "{'no': 1, 'bill_to': 'C1', 'line': [{}]} | The column pos of the table line must have a value;",
        "5 | A row of the table orders is an object, not 5.",
        "{'no': 7, 'bill_to': 'C1'} | The table orders has a row with the same no already (",
        "{'no': 1, 'bill_to': 'C1', 'ref': 'seven'} | The table orders has a row with the same ref already (",
        "{'no': 1, 'bill_to': 'C9'} | The column bill_to of the table orders names a row that the table customer does not have (",
        "{'no': 1, 'bill_to': 'C1', 'amount': -1} | The table orders refuses the row: ",
        "{'no': 1, 'bill_to': 'C1', 'line': [{'pos': 1}, {'pos': 1}]} | The table line has a row with the same no, pos already ("
      })
  void aRecordThatATableCannotHoldIsRefusedWithColumnAndRemedy(String record, String said)
      throws Exception {
    for (TestServer server : TestServer.values()) {
      TestDatabase database = shop(server);
      database.execute("INSERT INTO orders (no, bill_to, ref) VALUES (7, 'C1', 'seven')");

      assertThatThrownBy(
              () -> Tables.write(database, "{'table': 'orders'}", record.replace('\'', '"')))
          .as(server.name())
          .isInstanceOf(UnwritableRecordException.class)
          .message()
          .startsWithIgnoringCase(said)
          .endsWith(".")
          .doesNotContain("\n");
      assertThat(rows(database, "SELECT no FROM orders")).containsExactly("7");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'query': 'SELECT 1'} | A query is only read; give the target row the option table.",
        "{'table': 'nope'} | has no table or view “nope”",
        "{'table': 'orders', 'mode': 'replace'} | \"insert\", \"upsert\", \"update\" or \"delete\"",
        "{'table': 'log', 'mode': 'upsert'} | has no primary key, so that upsert cannot tell its rows",
        "{'table': 'orders', 'mode': 'update', 'key': ['bill_to']} | have no key or unique index",
        "{'table': 'orders', 'key': ['nope']} | has no column “nope”; name one of ",
      })
  void aTableThatCannotBeWrittenIsSaidInOneSentence(String options, String said) throws Exception {
    TestDatabase database = shop(TestServer.H2);
    database.execute("CREATE TABLE log (at INT)");

    assertThatThrownBy(() -> Tables.write(database, options))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(said)
        .message()
        .endsWith(".");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void namesAndTextsAreNeverTakenForSql(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    String q = server == TestServer.MARIADB ? "`" : "\"";
    String odd = "a b'; DROP TABLE t; -- ?";
    database.execute(
        "CREATE TABLE "
            + q
            + "order"
            + q
            + " (id INT PRIMARY KEY, "
            + q
            + odd
            + q
            + " VARCHAR(99), "
            + q
            + "列"
            + q
            + " INT)");
    String hostile = "x'; DROP TABLE t; -- \\ \\' \" ` $1 ? :a {d '2024-01-01'} %s \u0001 \uFEFF";
    String record =
        fieldloom.payload.JsonValues.toJson(
            new fieldloom.model.value.Obj()
                .put("id", fieldloom.model.value.Num.of(1))
                .put(odd, hostile)
                .put("列", fieldloom.model.value.Num.of(2)));

    Tables.write(
        database, "{'table': '\\'order\\'', 'mode': 'upsert'}".replace("\\'", "`"), record);
    Tables.write(database, "{'table': '`order`', 'mode': 'update'}", record);

    assertThat(Tables.read(database, "{'table': '`order`'}").getFirst())
        .isEqualToIgnoringCase(record);
  }

  @Test
  void nothingLastsThatIsNotCommitted() throws Exception {
    TestDatabase database = shop(TestServer.H2);
    try (TableSession session = TableSession.open(Tables.place(database))) {
      Tables.write(session, Tables.spec("{'table': 'orders'}"), "{\"no\": 1, \"bill_to\": \"C1\"}");
    }

    assertThat(orders(database)).isEmpty();
  }
}
