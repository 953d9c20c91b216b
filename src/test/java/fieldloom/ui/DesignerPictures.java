package fieldloom.ui;

import fieldloom.job.JobService;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.TextSize;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.shell.Samples;
import fieldloom.ui.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the screens of a laid-out sample workspace, to be looked at; run by hand with the folder of
 * a store, the theme, the language and the size, then what to press: {@code store LIGHT ENGLISH
 * 1440 900 Catalog type:xsdd key:ENTER}. {@code files:a.xsd,b.xsd} answers the next question for
 * files, {@code open:a.flmap} opens a mapping of the workspace, {@code text:150} makes text that
 * many per cent of its size, {@code row:price} presses the first thing whose words hold that.
 */
public final class DesignerPictures {
  private static final FakeChoosers CHOOSERS = new FakeChoosers();
  private static final int LOOKS = 20;

  private DesignerPictures() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Theme theme = Theme.valueOf(args[1]);
    Stage stage = FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    try (Store store = Stores.open(folder);
        Background background = new Background()) {
      DesignerServices services = services(store, folder);
      Shell shell =
          DesignerFixture.onFx(
              () -> {
                Fonts.load();
                Shell made =
                    new Shell(
                        Designer.shellServices(services, CHOOSERS, background),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]));
                Texts.languageProperty().set(Language.valueOf(args[2]));
                theme.apply(made.scene());
                stage.setScene(made.scene());
                stage.show();
                made.begin();
                return made;
              });
      String prefix =
          theme.name().toLowerCase(Locale.ROOT) + "-" + args[2].toLowerCase(Locale.ROOT);
      picture(shell, prefix + "-0-first");
      int number = 0;
      for (String step : List.of(args).subList(5, args.length)) {
        number++;
        act(shell, step);
        if (!step.startsWith("files:")) {
          picture(shell, prefix + "-" + number + "-" + step.replaceAll("[^\\p{L}\\d]+", "-"));
        }
      }
    }
    Platform.exit();
  }

  private static DesignerServices services(Store store, Path folder) throws Exception {
    JobService jobs =
        new JobService(
            store,
            (content, path, resources) -> Projects.load(MappingFile.read(content, path), resources),
            folder.resolve("out"));
    return new DesignerServices(
        store,
        store.workspaces().getFirst(),
        jobs,
        Samples.none(),
        folder.resolve("pictures.properties"),
        folder.resolve("out"));
  }

  private static void act(Shell shell, String step) throws Exception {
    if (step.startsWith("type:")) {
      new FxRobot().write(step.substring(5), 0);
    } else if (step.startsWith("key:")) {
      KeyCode[] keys =
          Stream.of(step.substring(4).split("\\+")).map(KeyCode::valueOf).toArray(KeyCode[]::new);
      new FxRobot().push(keys);
    } else if (step.startsWith("open:")) {
      DesignerFixture.onFx(
          () -> {
            shell.open(step.substring(5));
            return true;
          });
    } else if (step.startsWith("files:")) {
      CHOOSERS.next(Stream.of(step.substring(6).split(",")).map(Path::of).toArray(Path[]::new));
    } else if (step.startsWith("text:")) {
      TextSize size = TextSize.of(step.substring(5));
      DesignerFixture.onFx(
          () -> {
            size.apply(shell.scene());
            return true;
          });
    } else if (step.startsWith("row:")) {
      String words = step.substring(4);
      click(shell, words, text -> text.contains(words));
    } else {
      click(shell, step, text -> text.startsWith(step));
    }
  }

  private static void click(Shell shell, String spoken, Predicate<String> wanted) throws Exception {
    var node = DesignerFixture.onFx(() -> Spoken.find(shell.scene().getRoot(), wanted));
    // What is still being read on a busy machine comes yet.
    for (int i = 0; node == null && i < LOOKS; i++) {
      WaitForAsyncUtils.sleep(500, java.util.concurrent.TimeUnit.MILLISECONDS);
      node = DesignerFixture.onFx(() -> Spoken.find(shell.scene().getRoot(), wanted));
    }
    if (node == null) {
      throw new IllegalStateException(
          spoken
              + " is not there: "
              + DesignerFixture.onFx(() -> Spoken.all(shell.scene().getRoot())));
    }
    new FxRobot().clickOn(node);
  }

  private static void picture(Shell shell, String name) throws Exception {
    WaitForAsyncUtils.sleep(1200, java.util.concurrent.TimeUnit.MILLISECONDS);
    Path file = Path.of("target", "snapshots", name + ".png");
    Files.createDirectories(file.getParent());
    var image = DesignerFixture.onFx(() -> shell.scene().snapshot(null));
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
  }
}
