package fieldloom.ui;

import fieldloom.pack.Project;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.SceneSvg;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.kit.Toolkit;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import fieldloom.ui.shell.LoadedMapping;
import fieldloom.ui.shell.SampleReader;
import fieldloom.ui.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a mapping as the window shows it, values of its first sample included. Needs no display;
 * the first call starts the toolkit in memory, whose threads run on until the process exits.
 */
public final class Renderer {
  /** Rows and links settle over this many passes of the toolkit. */
  private static final int PASSES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);

  private Renderer() {}

  /**
   * Draws a mapping into a file: SVG where its name ends in {@code .svg}, else PNG. One that is
   * there is replaced.
   *
   * @param width of the picture in pixels, 100 to 16,384
   * @param height of the picture in pixels, 100 to 16,384
   * @throws IOException with one sentence: what is missing on this machine, or why the file cannot
   *     be written
   */
  public static void png(Project project, Path out, int width, int height, Theme theme)
      throws IOException {
    System.setProperty("java.awt.headless", "true");
    Toolkit.start(false);
    boolean vectors = out.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
    write(draw(project, width, height, theme, vectors), out);
  }

  private static byte[] draw(Project project, int width, int height, Theme theme, boolean vectors)
      throws IOException {
    try {
      Frame frame = Toolkit.onFxThread(() -> frame(project, width, height, theme));
      for (int i = 0; i < PASSES; i++) {
        Toolkit.onFxThread(
            () -> {
              frame.shell().scene().getRoot().applyCss();
              frame.shell().scene().getRoot().layout();
              return true;
            });
      }
      return Toolkit.onFxThread(() -> vectors ? svg(frame) : snapshot(frame));
    } catch (ExecutionException e) {
      throw new IllegalStateException("Drawing failed", e.getCause());
    }
  }

  /** The window's content before it is drawn; no window: those have the size of a screen. */
  private record Frame(Shell shell, Background background) {}

  private static Frame frame(Project project, int width, int height, Theme theme) {
    Fonts.load();
    Background background = new Background();
    Shell shell = new Shell(UnkeptServices.of(project, theme, background), width, height);
    Sample sample = sample(project);
    List<String> samples = sample == null ? List.of() : List.of(sample.name());
    shell.show(new LoadedMapping(project.mapping().name(), 1, project, samples, sample, null));
    return new Frame(shell, background);
  }

  /**
   * The sample of the first test case; null where it cannot be read: the mapping is drawn all the
   * same.
   */
  private static @Nullable Sample sample(Project project) {
    try {
      return new SampleReader(project).first();
    } catch (SampleException e) {
      LOG.info("Drawn without values: {}", e.getMessage());
      return null;
    }
  }

  private static byte[] snapshot(Frame frame) throws IOException {
    WritableImage image = frame.shell().scene().snapshot(null);
    frame.background().close();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png);
    return png.toByteArray();
  }

  private static byte[] svg(Frame frame) {
    String svg = SceneSvg.of(frame.shell().scene());
    frame.background().close();
    return svg.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(byte[] picture, Path out) throws IOException {
    Path file = out.toAbsolutePath();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, picture);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RenderException(
          "The picture "
              + out
              + " cannot be written: is there such a folder, and may you write there?",
          e);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
