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
  /** System property with the folder of the log; without it Logback's own ways are followed. */
  static final String FOLDER = "fieldloom.logs";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    LateFileAppender appender = new LateFileAppender(Path.of(folder));
    appender.setContext(context);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
