package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  private static final Path KIT = Path.of("src/main/java/fieldloom/ui/kit");
  private static final Pattern DECLARED = Pattern.compile("(?m)^  (-[a-z-]+): (#[0-9a-f]{6})");

  @Test
  void allThemesDeclareTheSameColours() throws IOException {
    Set<String> light = declared(Theme.LIGHT).keySet();
    assertThat(light).hasSizeGreaterThan(60).isEqualTo(declared(Theme.DARK).keySet());
    assertThat(light).isEqualTo(declared(Theme.CONTRAST).keySet());
  }

  /** The ground and what is written on it, as WCAG counts contrast. */
  @ParameterizedTest(name = "{0} on {1} at least {2}")
  @CsvSource({
    "-color-fg-default, -color-bg-default, 4.5",
    "-color-fg-muted, -color-bg-default, 4.5",
    "-color-fg-muted, -color-bg-subtle, 4.5",
    "-color-accent-fg, -color-bg-default, 4.5",
    "-color-accent-fg, -color-accent-subtle, 4.5",
    "-color-success-fg, -color-success-subtle, 4.5",
    "-color-warning-fg, -color-warning-subtle, 4.5",
    "-color-warning-fg, -fl-changed, 4.5",
    "-color-danger-fg, -color-danger-subtle, 4.5",
    "-fl-string, -fl-string-bg, 4.5",
    "-fl-number, -fl-number-bg, 4.5",
    "-fl-date, -fl-date-bg, 4.5",
    "-fl-boolean, -fl-boolean-bg, 4.5",
    "-fl-object, -fl-object-bg, 4.5",
    "-fl-array, -fl-array-bg, 4.5",
    "-fl-binary, -fl-binary-bg, 4.5",
    "-fl-link, -fl-canvas-bg, 3",
    "-fl-link-selected, -fl-canvas-bg, 3",
    "-fl-link-problem, -fl-canvas-bg, 3",
    "-fl-link-error, -fl-canvas-bg, 3"
  })
  void textAndLinksStandOutFromTheirGround(String text, String ground, double least)
      throws IOException {
    for (Theme theme : Theme.values()) {
      var colours = declared(theme);
      double contrast = contrast(Color.web(colours.get(text)), Color.web(colours.get(ground)));
      assertThat(contrast).as(theme.label()).isGreaterThanOrEqualTo(least);
    }
  }

  @ParameterizedTest
  @CsvSource({"-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-fl-link", "-fl-date"})
  void highContrastIsSevenToOneOrBetter(String text) throws IOException {
    var colours = declared(Theme.CONTRAST);
    double contrast =
        contrast(Color.web(colours.get(text)), Color.web(colours.get("-color-bg-default")));
    assertThat(contrast).isGreaterThanOrEqualTo(7);
  }

  private static double contrast(Color a, Color b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static java.util.Map<String, String> declared(Theme theme) throws IOException {
    String css = Files.readString(KIT.resolve("fieldloom-" + theme.label() + ".css"));
    java.util.Map<String, String> found = new java.util.TreeMap<>();
    Matcher matcher = DECLARED.matcher(css);
    while (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2));
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void aSceneIsSwitchedWhileItIsThere(Theme theme) {
    Color ground =
        Snapshots.onToolkit(
            () -> {
              StackPane root = new StackPane();
              Scene scene = new Scene(root, 20, 20);
              theme.other().apply(scene);
              scene.snapshot(null);
              theme.apply(scene);
              root.applyCss();
              return scene.snapshot(null).getPixelReader().getColor(10, 10);
            });
    String expected =
        switch (theme) {
          case LIGHT -> "#ffffff";
          case DARK -> "#0d1117";
          case CONTRAST -> "#000000";
        };
    assertThat(ground).isEqualTo(Color.web(expected));
  }

  /** Boxes all look the same; characters do not. */
  @ParameterizedTest
  @CsvSource({Fonts.TEXT, Fonts.MONO, "Inter Medium", "Inter Semi Bold"})
  void chineseIsDrawnAsCharactersInEveryFont(String family) {
    Set<String> pictures = new TreeSet<>();
    for (String character : java.util.List.of("订", "单", "销", "售")) {
      pictures.add(Snapshots.onToolkit(() -> pixels(character, family)));
    }
    assertThat(pictures).hasSize(4);
  }

  private static String pixels(String text, String family) {
    Label label = new Label(text);
    label.setStyle("-fx-font-family: \"" + family + "\"; -fx-font-size: 20px");
    Scene scene = new Scene(new StackPane(label), 30, 30);
    Theme.LIGHT.apply(scene);
    WritableImage image = scene.snapshot(null);
    StringBuilder pixels = new StringBuilder();
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 30; x++) {
        pixels.append(image.getPixelReader().getArgb(x, y) == -1 ? ' ' : '#');
      }
    }
    return pixels.toString();
  }
}
