package fieldloom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.ui.kit.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
  private static final Path SAMPLE = Path.of("assets/sample/crm-order-to-erp-sales-order.flmap");

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void open() throws Exception {
    project = Projects.open(SAMPLE);
  }

  @ParameterizedTest(name = "{0} × {1} {2}")
  @CsvSource({"1440, 900, LIGHT, ffffff", "1440, 900, DARK, 0d1117", "2000, 1500, LIGHT, ffffff"})
  void drawsTheWindowInTheSizeAndThemeAskedFor(int width, int height, Theme theme, String ground)
      throws IOException {
    Path out = folder.resolve("canvas.png");
    Renderer.png(project, out, width, height, theme);
    BufferedImage image = ImageIO.read(out.toFile());
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    Set<Integer> colours = new HashSet<>();
    int grounds = 0;
    for (int y = 0; y < height; y += 3) {
      for (int x = 0; x < width; x += 3) {
        colours.add(image.getRGB(x, y));
        grounds += Integer.toHexString(image.getRGB(x, y)).endsWith(ground) ? 1 : 0;
      }
    }
    assertThat(colours).hasSizeGreaterThan(200);
    assertThat(grounds).isGreaterThan(width * height / 9 / 4);
  }

  @Test
  void aFolderThatIsNotThereIsNamedInOneSentence() {
    Path out = folder.resolve("none/canvas.png");
    assertThatThrownBy(() -> Renderer.png(project, out, 300, 200, Theme.LIGHT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(out.toString())
        .hasMessageNotContaining("Exception");
  }
}
