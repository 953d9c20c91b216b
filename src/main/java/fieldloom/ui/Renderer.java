package fieldloom.ui;

import fieldloom.pack.Project;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.kit.Toolkit;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.shell.LoadedMapping;
import fieldloom.ui.shell.SampleException;
import fieldloom.ui.shell.SampleReader;
import fieldloom.ui.shell.Samples;
import fieldloom.ui.shell.Shell;
import fieldloom.ui.shell.ShellServices;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Draws a mapping as the window shows it, values of its first sample included. Needs no display;
 * the first call starts the toolkit in memory, whose threads run on until the process exits.
 */
public final class Renderer {
  /** Rows and links settle over this many passes of the toolkit. */
  private static final int PASSES = 3;

  private Renderer() {}

  /**
   * Draws a mapping into a PNG file; one that is there is replaced.
   *
   * @param width of the picture in pixels, 100 to 16,384
   * @param height of the picture in pixels, 100 to 16,384
   * @throws IOException with one sentence: what is missing on this machine, or why the file cannot
   *     be written
   */
  public static void png(Project project, Path out, int width, int height, Theme theme)
      throws IOException {
    if (out.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw new RenderException("This version draws PNG pictures only; name a .png file.");
    }
    System.setProperty("java.awt.headless", "true");
    Toolkit.start(false);
    write(draw(project, width, height, theme), out);
  }

  private static BufferedImage draw(Project project, int width, int height, Theme theme)
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
      return Toolkit.onFxThread(() -> snapshot(frame));
    } catch (ExecutionException e) {
      throw new IllegalStateException("Drawing failed", e.getCause());
    }
  }

  /** The window's content before it is drawn; no window: those have the size of a screen. */
  private record Frame(Shell shell, Background background) {}

  private static Frame frame(Project project, int width, int height, Theme theme)
      throws SampleException {
    Fonts.load();
    Background background = new Background();
    PictureStore store = new PictureStore("");
    Settings settings = Settings.inMemory();
    settings.put("theme", theme.label());
    settings.put("language", Texts.language().tag());
    Shell shell =
        new Shell(
            new ShellServices(
                store,
                store.workspace(),
                (content, path, resources) -> project,
                (job, listener) -> () -> store.beginRun(1, null, job.mapping(), 1),
                path -> mapping -> List::of,
                Samples.none(),
                settings,
                noChoosers(),
                background,
                SessionThreads.direct(),
                Runnable::run,
                Path.of("")),
            width,
            height);
    Sample sample = new SampleReader(project).first();
    List<String> samples = sample == null ? List.of() : List.of(sample.name());
    shell.show(new LoadedMapping(project.mapping().name(), 1, project, samples, sample, null));
    return new Frame(shell, background);
  }

  private static BufferedImage snapshot(Frame frame) {
    WritableImage image = frame.shell().scene().snapshot(null);
    frame.background().close();
    return SwingFXUtils.fromFXImage(image, null);
  }

  private static void write(BufferedImage image, Path out) throws IOException {
    Path file = out.toAbsolutePath();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream stream = Files.newOutputStream(part)) {
        ImageIO.write(image, "png", stream);
      }
      Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RenderException(
          "The picture "
              + out
              + " cannot be written: is there such a folder, and may you write"
              + " there?",
          e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Choosers noChoosers() {
    return new Choosers() {
      @Override
      public Optional<Path> open(String title, List<Filter> filters) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> save(String title, String suggestedName, List<Filter> filters) {
        return Optional.empty();
      }
    };
  }
}
