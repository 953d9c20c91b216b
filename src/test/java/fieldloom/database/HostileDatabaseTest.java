package fieldloom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database file that somebody sent must not run what stands in it. */
class HostileDatabaseTest {
  private static final String RAN = "fieldloom.hostile.ran";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void forget() {
    System.clearProperty(RAN);
  }

  private String place() {
    return folder.resolve("shop").toString();
  }

  private void make(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + place(), "sa", "");
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  private static final String ALIAS =
      "CREATE ALIAS evil DETERMINISTIC AS 'String evil(int x) { System.setProperty(\""
          + RAN
          + "\", \"yes\"); return \"hit\"; }'";

  /** What makes the other tests worth having: H2 by itself runs it when the file is opened. */
  @Test
  void openingAloneRunsTheJavaOfAGeneratedColumn() throws SQLException {
    make(ALIAS, "CREATE TABLE g (a INT, b VARCHAR GENERATED ALWAYS AS (evil(4)))");
    System.clearProperty(RAN);

    make();

    assertThat(System.getProperty(RAN)).isEqualTo("yes");
  }

  @Test
  void itIsRefusedBeforeItsJavaRuns() throws SQLException, DatabaseException {
    make(ALIAS, "CREATE TABLE g (a INT, b VARCHAR GENERATED ALWAYS AS (evil(4)))");
    System.clearProperty(RAN);
    JdbcUrl url = JdbcUrl.parse("jdbc:h2:" + place());

    assertThatThrownBy(() -> Databases.reading(url, Login.NONE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("does more than hold tables: it has a statement with ALIAS")
        .hasMessageContaining(place());
    assertThat(System.getProperty(RAN)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE t (a INT); CREATE TRIGGER x BEFORE INSERT ON t CALL 'org.h2.Driver' |"
            + " TRIGGER",
        "CREATE FORCE LINKED TABLE l('', 'jdbc:h2:mem:none', 'sa', '', 'T')              | LINKED",
        "CREATE VIEW v AS SELECT FILE_READ('classpath:/org/h2/util/data.zip') f           |"
            + " FILE_READ",
        "CREATE TABLE t (a VARCHAR DEFAULT CSVWRITE('/nowhere/x', 'SELECT 1'))            |"
            + " CSVWRITE"
      })
  void whatElseReachesOutIsRefused(String statements, String said)
      throws SQLException, DatabaseException {
    make(statements.contains("TRIGGER") ? statements.split(";")[0] : statements);
    if (statements.contains("TRIGGER")) {
      make("CREATE FORCE TRIGGER x BEFORE INSERT ON t CALL 'no.such.Class'");
    }
    JdbcUrl url = JdbcUrl.parse("jdbc:h2:" + place());

    assertThatThrownBy(() -> Databases.reading(url, Login.NONE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("a statement with " + said);
  }

  @Test
  void anHonestDatabaseIsOpenedAlsoTwiceAtATime() throws SQLException, DatabaseException {
    make(
        "CREATE SCHEMA s",
        "CREATE DOMAIN money AS DECIMAL(12, 2) CHECK (VALUE >= 0)",
        "CREATE TABLE \"TRIGGER\" (\"ALIAS\" INT PRIMARY KEY, engine VARCHAR DEFAULT 'call it',"
            + " m money, d INT GENERATED ALWAYS AS (\"ALIAS\" * 2), CHECK (engine <> 'linked'))",
        "COMMENT ON TABLE \"TRIGGER\" IS 'backup /* of \" it'",
        "CREATE VIEW s.v AS SELECT \"ALIAS\" a FROM \"TRIGGER\" /* csvread */",
        "CREATE SEQUENCE q",
        "CREATE INDEX i ON \"TRIGGER\"(engine)",
        "INSERT INTO \"TRIGGER\"(\"ALIAS\") VALUES (1)");
    JdbcUrl url = JdbcUrl.parse("jdbc:h2:" + place());
    Login login = Login.NONE;

    try (Connection first = Databases.reading(url, login);
        Connection second = Databases.writing(url, login);
        Statement statement = first.createStatement();
        ResultSet row = statement.executeQuery("SELECT a FROM s.v")) {
      assertThat(row.next()).isTrue();
      assertThat(second.isValid(1)).isTrue();
    }
  }
}
