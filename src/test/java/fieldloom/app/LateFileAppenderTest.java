package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateFileAppenderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theFileIsMadeByTheFirstEventAndLineBreaksStayInOneLine() throws IOException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    Logger log = context.getLogger("a");
    log.setLevel(Level.WARN);
    LateFileAppender appender = new LateFileAppender(folder.resolve("logs"));
    appender.setContext(context);
    appender.start();
    log.addAppender(appender);

    log.info("not that bad");
    assertThat(folder.resolve("logs")).doesNotExist();

    log.warn("one\nERROR forged", new IllegalStateException("why"));
    context.stop();

    assertThat(Files.readAllLines(folder.resolve("logs/fieldloom.log")))
        .hasSizeGreaterThan(2)
        .first()
        .asString()
        .contains("WARN", "one ERROR forged");
    assertThat(folder.resolve("logs/fieldloom.log"))
        .content()
        .contains("IllegalStateException: why");
  }
}
