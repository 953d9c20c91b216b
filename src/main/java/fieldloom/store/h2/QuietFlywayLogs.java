package fieldloom.store.h2;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what Flyway says of its course out of the log: what it fails at it also throws, and that is
 * told where it is caught. Public, since Flyway makes it by its name.
 */
public final class QuietFlywayLogs implements LogCreator {
  private static final Logger LOG = LoggerFactory.getLogger(QuietFlywayLogs.class);

  @Override
  public Log createLogger(Class<?> type) {
    return new QuietLog();
  }

  private static final class QuietLog implements Log {
    @Override
    public void debug(String message) {
      LOG.trace(message);
    }

    @Override
    public void info(String message) {
      LOG.trace(message);
    }

    @Override
    public void warn(String message) {
      LOG.trace(message);
    }

    @Override
    public void error(String message) {
      LOG.debug(message);
    }

    @Override
    public void error(String message, Exception e) {
      LOG.debug(message, e);
    }

    @Override
    public void notice(String message) {
      LOG.trace(message);
    }
  }
}
