package fieldloom.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of its own for one test. */
public record TestDatabase(TestServer server, String url, String user, String password) {

  /** Connects past everything that the product checks. */
  public Connection connect() throws SQLException {
    String kept = server == TestServer.H2 ? ";DB_CLOSE_DELAY=-1" : "";
    return DriverManager.getConnection(url + kept, user, password);
  }

  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }
}
