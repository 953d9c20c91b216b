package fieldloom.ui.kit;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers between sessions: theme, language, what was open. Losing it costs
 * nothing but a click, so that a file that cannot be read or written is logged and no more.
 */
public final class Settings {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  private final @Nullable Path file;
  private final Properties values = new Properties();

  private Settings(@Nullable Path file) {
    this.file = file;
  }

  /** Settings that end with the program. */
  public static Settings inMemory() {
    return new Settings(null);
  }

  /** Settings kept in a file. */
  public static Settings in(Path file) {
    Settings settings = new Settings(file);
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        settings.values.load(in);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("Settings in {} cannot be read, starting with none: {}", file, e.getMessage());
      }
    }
    return settings;
  }

  public String get(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /** Remembers a value, at once. */
  public void put(String key, String value) {
    if (value.equals(values.setProperty(key, value)) || file == null) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(part)) {
        values.store(out, null);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("Settings cannot be written to {}: {}", file, e.getMessage());
    }
  }
}
