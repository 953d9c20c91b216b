package fieldloom.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work off the FX thread. What it gives arrives on the FX thread; a checked exception arrives as
 * its sentence, any other is a fault of ours and is logged with its trace.
 */
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final Texts TEXTS = Texts.of(Background.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("in-order").factory());
  private final Executor fxThread;
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(0);

  /** Reports on the FX thread. */
  public Background() {
    this(Platform::runLater);
  }

  /**
   * Reports elsewhere.
   *
   * @param fxThread where results arrive
   */
  public Background(Executor fxThread) {
    this.fxThread = fxThread;
  }

  /** Works beside everything else. Call on the FX thread. */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    start(threads, work, done, failed);
  }

  /** Works after all that was given to this method before, such as one save after another. */
  public <T> void runInOrder(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    start(lane, work, done, failed);
  }

  /** How many pieces of work have not reported yet. */
  public ReadOnlyIntegerProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  private <T> void start(
      ExecutorService where, Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    running.set(running.get() + 1);
    where.execute(
        new FutureTask<>(work) {
          @Override
          protected void done() {
            fxThread.execute(() -> report(this, done, failed));
          }
        });
  }

  private <T> void report(FutureTask<T> task, Consumer<T> done, Consumer<String> failed) {
    running.set(running.get() - 1);
    switch (task.state()) {
      case SUCCESS -> done.accept(task.resultNow());
      case FAILED -> failed.accept(sentence(task.exceptionNow()));
      case CANCELLED, RUNNING -> LOG.debug("Work ended as {}", task.state());
    }
  }

  /** What to tell of a failure. */
  static String sentence(Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof RuntimeException || failure instanceof Error || message == null) {
      LOG.error("A fault in Fieldloom", failure);
      return TEXTS.get("fault", failure.getClass().getSimpleName());
    }
    return message;
  }

  /** Takes no more work; what was begun goes on to its end, saves first of all. */
  @Override
  public void close() {
    lane.close();
    threads.shutdown();
  }
}
