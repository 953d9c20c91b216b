package fieldloom.ui.kit;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private static final int LAST_WAIT_S = 5;

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

  /** Works beside everything else, and can be given up. Call on the FX thread. */
  public <T> Work begin(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    return begin(work, true, done, failed);
  }

  /**
   * Works beside everything else, and can be given up. Call on the FX thread.
   *
   * @param interrupted whether its thread is interrupted when it is given up; where that would
   *     close files that others have open too, it goes on to its end and nothing is told of it
   */
  public <T> Work begin(
      Callable<T> work, boolean interrupted, Consumer<T> done, Consumer<String> failed) {
    // What has ended may wait to be reported: that it was given up must be known then too.
    AtomicBoolean given = new AtomicBoolean();
    FutureTask<T> task =
        start(
            threads,
            work,
            value -> {
              if (!given.get()) {
                done.accept(value);
              }
            },
            sentence -> {
              if (!given.get()) {
                failed.accept(sentence);
              }
            });
    return () -> {
      given.set(true);
      task.cancel(interrupted);
    };
  }

  /** Tells something from work that goes on, where its result will arrive. Any thread. */
  public void tell(Runnable news) {
    fxThread.execute(news);
  }

  /** Work that goes on; given up, its thread is interrupted and it reports nothing any more. */
  @FunctionalInterface
  public interface Work {
    void cancel();
  }

  /** Works after all that was given to this method before, such as one save after another. */
  public <T> void runInOrder(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    start(lane, work, done, failed);
  }

  /** How many pieces of work have not reported yet, or were given up and have not ended yet. */
  public ReadOnlyIntegerProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether it takes no more work. */
  public boolean isClosed() {
    return threads.isShutdown();
  }

  private <T> FutureTask<T> start(
      ExecutorService where, Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    running.set(running.get() + 1);
    FutureTask<T> task =
        new FutureTask<>(work) {
          @Override
          protected void done() {
            if (!isCancelled()) {
              fxThread.execute(() -> report(this, done, failed));
            }
          }

          @Override
          public void run() {
            super.run();
            // Work that was given up is running until its thread has come to its end.
            if (isCancelled()) {
              fxThread.execute(() -> report(this, done, failed));
            }
          }
        };
    where.execute(task);
    return task;
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
    return switch (failure) {
      case NoSuchFileException e -> TEXTS.get("file.missing", e.getFile());
      case AccessDeniedException e -> TEXTS.get("file.denied", e.getFile());
      case FileSystemException e when e.getReason() != null ->
          TEXTS.get("file.other", e.getFile(), e.getReason());
      default -> Sentences.of(failure);
    };
  }

  /**
   * Takes no more work. Waits for all that was to be done in order, and a little for the rest, so
   * that what they read from is not closed under them.
   */
  @Override
  public void close() {
    lane.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LAST_WAIT_S, TimeUnit.SECONDS)) {
        LOG.warn("Work in the background goes on after its end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
