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
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

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
  void drawsVectorsWhereTheFileIsCalledSvg() throws Exception {
    Path out = folder.resolve("canvas.svg");
    Renderer.png(project, out, 1440, 900, Theme.LIGHT);
    Document svg =
        DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(out.toFile());
    NodeList texts = svg.getElementsByTagName("text");
    Set<String> words = new HashSet<>();
    for (int i = 0; i < texts.getLength(); i++) {
      words.add(texts.item(i).getTextContent());
    }
    assertThat(words).contains("FBillNo", "单据编号", "SO-2026-1187", "CRM order to ERP sales order");
    assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(100);
    assertThat(svg.getElementsByTagName("image").getLength()).isPositive();
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
