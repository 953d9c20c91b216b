package fieldloom.app;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Appends to {@code fieldloom.log} in a folder, at most ten files of 10 MB. File and folder are
 * made at the first event: most runs have nothing to log.
 */
final class LateFileAppender extends AppenderBase<ILoggingEvent> {
  private static final long FILE_MB = 10;
  private static final int OLD_FILES = 9;
  // A line break in a message must not look like another event.
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{36} [%thread]"
          + " %replace(%msg){'[\\r\\n]+', ' '}%n%ex";

  private final Path folder;
  private @Nullable RollingFileAppender<ILoggingEvent> file;

  LateFileAppender(Path folder) {
    this.folder = folder;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (file == null) {
      file = open();
    }
    file.doAppend(event);
  }

  @Override
  public void stop() {
    if (file != null) {
      file.stop();
    }
    super.stop();
  }

  private RollingFileAppender<ILoggingEvent> open() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();

    RollingFileAppender<ILoggingEvent> rolling = new RollingFileAppender<>();
    rolling.setContext(context);
    rolling.setFile(folder.resolve("fieldloom.log").toString());
    rolling.setEncoder(encoder);

    FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
    names.setContext(context);
    names.setParent(rolling);
    names.setFileNamePattern(folder.resolve("fieldloom.%i.log").toString());
    names.setMinIndex(1);
    names.setMaxIndex(OLD_FILES);
    names.start();
    rolling.setRollingPolicy(names);

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(FILE_MB * FileSize.MB_COEFFICIENT));
    size.start();
    rolling.setTriggeringPolicy(size);

    rolling.start();
    return rolling;
  }
}
