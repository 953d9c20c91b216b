package fieldloom.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts that come with Fieldloom: Inter, JetBrains Mono, and one with Chinese that every other
 * falls back to. A font that is not there is named once in the log and the platform's is used.
 *
 * <p>{@link #load} must run before the first text is made: JavaFX settles what a font falls back to
 * when it first draws with it, and Chinese stays boxes after that.
 */
public final class Fonts {
  /** Text of the window. */
  public static final String TEXT = "Inter";

  /** Values and formulas. */
  public static final String MONO = "JetBrains Mono";

  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
  private static final String FOLDER = "/assets/fonts/";
  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-SemiBold.ttf",
          "wqy-microhei.ttc");
  private static boolean loaded;

  private Fonts() {}

  /** Loads them, the first time it is called. */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    List<String> missing = new ArrayList<>();
    for (String file : FILES) {
      if (!load(file)) {
        missing.add(file);
      }
    }
    if (!missing.isEmpty()) {
      LOG.warn("Fonts not found, the platform's are used instead: {}.", String.join(", ", missing));
    }
  }

  private static boolean load(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        return false;
      }
      Font[] fonts = Font.loadFonts(in, 13);
      return fonts != null && fonts.length > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
