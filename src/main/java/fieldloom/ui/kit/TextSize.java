package fieldloom.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;

/**
 * How large text is in the window. Sizes that hold text are em of the root's font and follow it;
 * icons are given in pixels and are told here. Only on the FX thread.
 */
public enum TextSize {
  NORMAL(100),
  LARGE(125),
  LARGER(150),
  HUGE(175),
  DOUBLE(200);

  private static final double TEXT_PX = 13;
  private static final String START = "data:text/css;base64,";

  private final int percent;

  TextSize(int percent) {
    this.percent = percent;
  }

  /** Of 13 pixels. */
  public int percent() {
    return percent;
  }

  /** The size of that many per cent, as settings write it; the normal one for any other text. */
  public static TextSize of(String percent) {
    return Stream.of(values())
        .filter(size -> String.valueOf(size.percent).equals(percent))
        .findFirst()
        .orElse(NORMAL);
  }

  /** Dresses a scene, or changes the dress of one. */
  public void apply(Scene scene) {
    List<String> sheets = scene.getStylesheets();
    sheets.removeIf(sheet -> sheet.startsWith(START));
    if (this != NORMAL) {
      byte[] css = css().getBytes(StandardCharsets.UTF_8);
      sheets.add(START + Base64.getEncoder().encodeToString(css));
    }
  }

  /** What windows of lists and tips take over with the scene's other sheets. */
  private String css() {
    return ".root { -fx-font-size: "
        + pixels(TEXT_PX)
        + " }\n"
        + icons(".ikonli-font-icon.fl-icon", 16)
        + icons(".ikonli-font-icon.fl-icon-small", 14)
        + icons(".fl-rail-button .ikonli-font-icon", 20)
        + icons(".fl-button .ikonli-font-icon", 16)
        + icons(".fl-button.small .ikonli-font-icon", 14)
        + icons(".fl-segments > .toggle-button .ikonli-font-icon", 14)
        + icons(".fl-chip .ikonli-font-icon", 12)
        + icons(".fl-tree-head .ikonli-font-icon", 15)
        + icons(".fl-tree-find .ikonli-font-icon", 12)
        + icons(".fl-search .ikonli-font-icon", 14);
  }

  private String icons(String selector, double size) {
    return selector + " { -fx-icon-size: " + pixels(size) + " }\n";
  }

  private String pixels(double size) {
    return String.format(Locale.ROOT, "%.2fpx", size * percent / 100);
  }
}
