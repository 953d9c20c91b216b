package fieldloom.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Starts and ends the window toolkit. Once ended it cannot be started again in a process. */
public final class Toolkit {
  // Kept, so that its level is: JavaFX warns there that it is not on the module path.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Toolkit() {}

  /**
   * Starts it, if it is not running.
   *
   * @param display whether windows appear on the screen; else everything is drawn in memory, which
   *     needs no display
   * @throws ToolkitException where a part of the system is missing
   */
  public static void start(boolean display) throws ToolkitException {
    JAVAFX.setLevel(Level.SEVERE);
    if (!display) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      started.await();
    } catch (IllegalStateException e) {
      // It runs already, which is what was wanted.
      JAVAFX.log(Level.FINE, "running", e);
    } catch (UnsupportedOperationException e) {
      throw new ToolkitException("No window can open here: " + e.getMessage() + ".", e);
    } catch (LinkageError e) {
      throw new ToolkitException(
          "No window can be drawn here, a library of the system is missing: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolkitException("Starting the window was interrupted.", e);
    }
    Platform.setImplicitExit(false);
  }

  /**
   * Does something on the FX thread and waits for it.
   *
   * @throws ToolkitException where a library is missing that only drawing needs
   * @throws ExecutionException where the work failed; its cause says why
   */
  public static <T> T onFxThread(Callable<T> work) throws ToolkitException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LinkageError missing) {
        throw new ToolkitException(
            "Nothing can be drawn here, a library of the system is missing: "
                + missing.getMessage(),
            missing);
      }
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolkitException("Drawing was interrupted.", e);
    }
  }

  /** Lets the process end. */
  public static void end() {
    Platform.exit();
  }

  /** Waits until a window was closed. */
  public static <T> T await(CompletableFuture<T> closed) throws ToolkitException {
    try {
      return closed.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolkitException("The window was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The window failed", e.getCause());
    }
  }
}
