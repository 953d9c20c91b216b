package fieldloom.schema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same tables in every database give the same schema. */
class JdbcSchemasTest {
  private static final String[] SHOP = {
    "CREATE TABLE customer (code CHAR(5) PRIMARY KEY, name VARCHAR(80) NOT NULL, parent CHAR(5),"
        + " FOREIGN KEY (parent) REFERENCES customer (code))",
    "CREATE TABLE orders (company INT NOT NULL, no VARCHAR(20) NOT NULL, bill_to CHAR(5) NOT NULL,"
        + " ship_to CHAR(5), amount DECIMAL(12,2) DEFAULT 0.50, pieces NUMERIC(8),"
        + " paid BOOLEAN DEFAULT TRUE, note VARCHAR(10) DEFAULT 'it''s', due DATE NOT NULL,"
        + " at TIME, made TIMESTAMP DEFAULT CURRENT_TIMESTAMP, weight DOUBLE PRECISION,"
        + " PRIMARY KEY (company, no),"
        + " FOREIGN KEY (bill_to) REFERENCES customer (code),"
        + " FOREIGN KEY (ship_to) REFERENCES customer (code))",
    "CREATE TABLE order_line (company INT NOT NULL, no VARCHAR(20) NOT NULL, pos SMALLINT NOT NULL,"
        + " sku VARCHAR(30), PRIMARY KEY (company, no, pos),"
        + " FOREIGN KEY (company, no) REFERENCES orders (company, no))",
    "CREATE TABLE schedule (company INT NOT NULL, no VARCHAR(20) NOT NULL, pos SMALLINT NOT NULL,"
        + " due DATE, FOREIGN KEY (company, no, pos) REFERENCES order_line (company, no, pos))",
  };

  @ParameterizedTest
  @EnumSource
  void anOrderHasItsLinesAndTheyTheirSchedule(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    try (Connection connection = database.connect()) {
      SchemaTree tree = JdbcSchemas.table(connection, "orders", 2);

      // DECIMAL has a default with its scale in MariaDB, without in H2; TIMESTAMP a zone there.
      assertThat(text(tree).replace("0.50", "0.5"))
          .isEqualTo(
              """
              company	integer	1		minimum=-2147483648; maximum=2147483647; key
              no	string	1		maxLength=20; key
              bill_to	string	1		maxLength=5
              ship_to	string	0..1		maxLength=5; nullable
              amount	decimal	0..1		digits=12; scale=2; default=0.5; nullable
              pieces	integer	0..1		digits=8; nullable
              paid	boolean	0..1		default=true; nullable
              note	string	0..1		maxLength=10; default="it's"; nullable
              due	date	1\t\t
              at	time	0..1		nullable
              made	datetime	0..1		nullable
              weight	decimal	0..1		nullable
              order_line[]	object	0..n\t\t
              order_line[].pos	integer	1		minimum=-32768; maximum=32767; key
              order_line[].sku	string	0..1		maxLength=30; nullable
              order_line[].schedule[]	object	0..n\t\t
              order_line[].schedule[].due	date	0..1		nullable
              """);
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalForeignKeysToOneTableAreNamedApart(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    try (Connection connection = database.connect()) {
      SchemaTree tree = JdbcSchemas.table(connection, "Customer", 1);

      assertThat(text(tree).lines().filter(line -> line.contains("[]\t")))
          .containsExactly(
              "customer[]\tobject\t0..n\t\t",
              "orders_by_bill_to[]\tobject\t0..n\t\t",
              "orders_by_ship_to[]\tobject\t0..n\t\t");
      assertThat(text(tree))
          .contains("orders_by_bill_to[].ship_to\t")
          .doesNotContain("orders_by_bill_to[].bill_to\t");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesSideBySideAndACircleWithoutEnd(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    SchemaTree all;
    SchemaTree customer;
    try (Connection connection = database.connect()) {
      all = JdbcSchemas.tables(connection, "shop", List.of(), 0);
      customer = JdbcSchemas.table(connection, "customer", TableTrees.ALL);
    }
    // Nothing is asked of the connection any more, which is closed.
    assertThat(all.root().children().stream().map(SchemaNode::name).map(JdbcSchemasTest::lower))
        .containsExactlyInAnyOrder("customer", "order_line", "orders", "schedule");
    SchemaNode inner =
        customer.root().children().stream()
            .filter(node -> node.name().equalsIgnoreCase("customer"))
            .findFirst()
            .orElseThrow()
            .item();
    assertThat(inner.children().get(2).item()).isSameAs(inner);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryHasTheColumnsThatItSelects(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    try (Connection connection = database.connect()) {
      SchemaTree tree =
          JdbcSchemas.query(
              connection,
              "rows",
              "SELECT o.no, o.amount * 2 AS twice, l.no, l.pos FROM orders o"
                  + " JOIN order_line l ON l.no = o.no;");

      assertThat(tree.root().children().stream().map(SchemaNode::name).map(JdbcSchemasTest::lower))
          .containsExactly("no", "twice", "no_2", "pos");
      assertThat(tree.root().children().get(1).type().isNumber()).isTrue();
      assertThatThrownBy(() -> JdbcSchemas.query(connection, "rows", "SELECT x FROM nowhere"))
          .isInstanceOf(SchemaException.class)
          .message()
          .startsWith("The database's schema cannot be read: ")
          .endsWith("; correct that.");
    }
  }

  @Test
  void remarksAreTitlesAndEnumerationsHaveTheirValues() throws Exception {
    TestDatabase postgresql = TestServer.POSTGRESQL.fresh();
    postgresql.execute(
        "CREATE TYPE mood AS ENUM ('sad', 'ok')",
        "CREATE DOMAIN code AS VARCHAR(7)",
        "CREATE TABLE t (m mood, c code, n NUMERIC, tags VARCHAR(5)[], j JSONB, u UUID, i INET,"
            + " z TIMESTAMPTZ, g INT GENERATED ALWAYS AS IDENTITY, b BYTEA, f REAL)",
        "COMMENT ON TABLE t IS '表\nand more of it'",
        "COMMENT ON COLUMN t.m IS 'How it is'");
    TestDatabase mariadb = TestServer.MARIADB.fresh();
    mariadb.execute(
        "CREATE TABLE t (m ENUM('sad','o''k') COMMENT 'How it is', u INT UNSIGNED, f TINYINT(1),"
            + " y YEAR, t TIMESTAMP(3) NULL, id BIGINT AUTO_INCREMENT PRIMARY KEY) COMMENT '表'");
    TestDatabase h2 = TestServer.H2.fresh();
    h2.execute(
        "CREATE TABLE t (m ENUM('sad','ok'), d DECFLOAT, a INTEGER ARRAY, j JSON, u UUID,"
            + " g NUMERIC GENERATED ALWAYS AS (1), z TIMESTAMP WITH TIME ZONE, b BLOB)",
        "COMMENT ON COLUMN t.m IS 'How it is'");

    SchemaTree tree = table(postgresql);
    assertThat(tree.title()).isEqualTo("表");
    assertThat(tree.root().facets().documentation()).isEqualTo("表\nand more of it");
    assertThat(text(tree))
        .isEqualTo(
            """
            m	string	0..1	How it is	enum=sad|ok; nullable
            c	string	0..1		maxLength=7; nullable
            n	decimal	0..1		nullable
            tags[]	string	0..n		maxLength=5; nullable
            j	any	0..1		nullable
            u	string	0..1		maxLength=36; nullable
            i	string	0..1		nullable
            z	datetime	0..1		nullable
            g	integer	0..1		minimum=-2147483648; maximum=2147483647
            b	binary	0..1		nullable
            f	decimal	0..1		nullable
            """);
    assertThat(text(table(mariadb)))
        .isEqualTo(
            """
            m	string	0..1	How it is	enum=sad|o'k; nullable
            u	integer	0..1		minimum=0; maximum=4294967295; nullable
            f	boolean	0..1		nullable
            y	integer	0..1		minimum=0; maximum=9999; nullable
            t	datetime	0..1		nullable
            id	integer	0..1		minimum=-9223372036854775808; maximum=9223372036854775807; key
            """);
    assertThat(text(table(h2)))
        .isEqualTo(
            """
            m	string	0..1	how it is	enum=sad|ok; nullable
            d	decimal	0..1		nullable
            a[]	integer	0..n		minimum=-2147483648; maximum=2147483647; nullable
            j	any	0..1		nullable
            u	string	0..1		maxLength=36; nullable
            g	integer	0..1		nullable
            z	datetime	0..1		nullable
            b	binary	0..1		nullable
            """);
  }

  @ParameterizedTest
  @EnumSource
  void aTableThatIsNotThereNamesThoseThatAre(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    try (Connection connection = database.connect()) {
      assertThatThrownBy(() -> JdbcSchemas.table(connection, "x\"; DROP TABLE orders; --", 1))
          .isInstanceOf(SchemaException.class)
          .message()
          .startsWith("The database has no table or view “x\"; DROP TABLE orders; --”; name one")
          .containsIgnoringCase("such as customer, ");
      assertThatThrownBy(() -> JdbcSchemas.table(connection, "order_", 1))
          .hasMessageContaining("no table or view");
      assertThatThrownBy(() -> JdbcSchemas.table(connection, "a..b", 1))
          .hasMessageContaining("is no name of a table");
    }
  }

  private static SchemaTree table(TestDatabase database) throws SQLException, SchemaException {
    try (Connection connection = database.connect()) {
      return JdbcSchemas.table(connection, "t", 1);
    }
  }

  private static TestDatabase shop(TestServer server) throws SQLException {
    TestDatabase database = server.fresh();
    database.execute(SHOP);
    return database;
  }

  /** H2 keeps names in upper case. */
  private static String text(SchemaTree tree) {
    String text = SchemaText.tsv(tree);
    boolean upper = tree.root().name().equals(tree.root().name().toUpperCase(Locale.ROOT));
    return upper ? restored(lower(text)) : text;
  }

  private static String restored(String text) {
    return text.replace("maxlength", "maxLength");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
