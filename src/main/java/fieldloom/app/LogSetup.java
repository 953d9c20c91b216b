package fieldloom.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;

/**
 * Sets the log up: warnings and worse go to a file in the data folder, nothing to standard output
 * and error. In code rather than XML, as reading that takes longer than many commands. Logback
 * finds this class by the file in {@code META-INF/services}.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
  /** System property with the folder of the log; without it nothing is logged. */
  static final String FOLDER = "fieldloom.logs";

  /** Tests bring a set-up of their own. */
  private static final String TESTS = "/logback-test.xml";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (LogSetup.class.getResource(TESTS) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    quieten(context);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      root.setLevel(Level.OFF);
      return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
    LateFileAppender appender = new LateFileAppender(Path.of(folder));
    appender.setContext(context);
    appender.start();
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** The driver of MariaDB tells of failed statements with the values in them; we do without. */
  static void quieten(LoggerContext context) {
    context.getLogger("org.mariadb").setLevel(Level.OFF);
  }
}
