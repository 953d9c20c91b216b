package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogSetupTest {

  /** The driver of MariaDB logs statements that fail with their values, as warnings. */
  @Test
  void theLogHasNothingOfWhatIsWrittenToDatabases() throws SQLException {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger driver = context.getLogger("org.mariadb");
    Level before = root.getLevel();
    Level driverBefore = driver.getLevel();
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    root.addAppender(heard);
    try {
      root.setLevel(Level.WARN);
      TestDatabase database = TestServer.MARIADB.fresh();
      database.execute("CREATE TABLE t (id INT PRIMARY KEY)");
      driver.setLevel(Level.WARN);
      refuse(database);
      assertThat(texts(heard)).as("what the driver says unless it is kept quiet").isNotEmpty();

      heard.list.clear();
      LogSetup.quieten(context);
      refuse(database);
      assertThat(texts(heard)).isEmpty();
    } finally {
      root.detachAppender(heard);
      root.setLevel(before);
      driver.setLevel(driverBefore);
    }
  }

  private static List<String> texts(ListAppender<ILoggingEvent> heard) {
    return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static void refuse(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
      statement.setString(1, "s3cret");
      assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
    }
  }
}
