package fieldloom.ui;

import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Runs code on the toolkit's thread and saves pictures of scenes to {@code target/snapshots}. */
public final class Snapshots {
  private static boolean started;

  private Snapshots() {}

  /** Starts the toolkit, once. */
  public static synchronized void startToolkit() {
    if (started) {
      return;
    }
    started = true;
    CompletableFuture<Void> ready = new CompletableFuture<>();
    try {
      Platform.startup(() -> ready.complete(null));
    } catch (IllegalStateException e) {
      // Another test has started it.
      ready.complete(null);
    }
    ready.join();
    Platform.setImplicitExit(false);
    Fonts.load();
  }

  /** Runs on the toolkit's thread and waits for the result. */
  public static <T> T onToolkit(Supplier<T> work) {
    startToolkit();
    if (Platform.isFxApplicationThread()) {
      return work.get();
    }
    FutureTask<T> task = new FutureTask<>(work::get);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A scene of that theme and size. Only on the toolkit's thread. */
  public static Scene scene(Parent root, Theme theme, double width, double height) {
    Scene scene = new Scene(root, width, height);
    theme.apply(scene);
    return scene;
  }

  /** Saves what a scene shows now. Only on the toolkit's thread. */
  public static Path save(Scene scene, String name) {
    WritableImage image = scene.snapshot(null);
    Path file = Path.of("target", "snapshots", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    return file;
  }
}
