package fieldloom.ui;

import fieldloom.ui.shell.LoadedMapping;
import fieldloom.ui.shell.Shell;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does beforehand, while nobody waits, what opening a mapping, searching and linking do, for Java
 * is slow at what it does for the first time in a process. It works on a mapping for nobody, of
 * which nothing is kept or shown: reads it beside the window, then goes on in small steps on the
 * window's thread, each when the user has been still for a moment. It ends when a mapping is open,
 * with the window, and where anything in it fails, which is logged and no more. Only on the FX
 * thread.
 */
final class WarmUp implements AutoCloseable {
  /** The user has been still for so long before a step begins. */
  static final Duration STILL = Duration.ofMillis(300);

  private static final int GROUPS = 20;
  private static final int FIELDS = 50;
  private static final int READ_AGAIN = 4;
  private static final int BETWEEN_MS = 15;
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final Scene scene;
  private final BooleanSupplier over;
  private final Play play;
  private final Stage stage;
  private final EventHandler<InputEvent> moved = event -> touched();
  private final FutureTask<LoadedMapping> reading;
  private @Nullable Queue<Runnable> steps;
  private long stillSince;
  private boolean ended;

  /**
   * What is rehearsed.
   *
   * @param reading off the FX thread
   * @param steps of what was read; a step may add others
   */
  record Play(Callable<LoadedMapping> reading, Function<LoadedMapping, Queue<Runnable>> steps) {}

  /**
   * Where it is rehearsed.
   *
   * @param beside runs what is read, off the FX thread
   * @param later runs the next step on the FX thread, in a moment
   * @param clock in nanoseconds
   */
  record Stage(Executor beside, Executor later, LongSupplier clock) {}

  /**
   * @param scene the window's, in which the user may be doing something
   * @param over whether it has come too late
   */
  WarmUp(Scene scene, BooleanSupplier over, Play play, Stage stage) {
    this.scene = scene;
    this.over = over;
    this.play = play;
    this.stage = stage;
    reading =
        new FutureTask<>(play.reading()) {
          @Override
          protected void done() {
            stage.later().execute(WarmUp.this::read);
          }
        };
  }

  /** A warm-up beside a window. */
  static WarmUp of(Shell shell) {
    Executor later =
        CompletableFuture.delayedExecutor(
            BETWEEN_MS, TimeUnit.MILLISECONDS, command -> Platform.runLater(command));
    return new WarmUp(
        shell.scene(),
        shell::isEditing,
        new Play(WarmUp::readMapping, mapping -> RehearsedSteps.of(mapping, shell)),
        new Stage(WarmUp::ownThread, later, System::nanoTime));
  }

  private static void ownThread(Runnable work) {
    Thread.ofPlatform()
        .daemon()
        .priority(Thread.MIN_PRIORITY)
        .name("fieldloom-warm-up")
        .start(work);
  }

  private static LoadedMapping readMapping() throws Exception {
    LoadedMapping mapping = RehearsedMapping.load(GROUPS, FIELDS);
    for (int i = 0; i < READ_AGAIN && !Thread.currentThread().isInterrupted(); i++) {
      mapping = RehearsedMapping.load(GROUPS, FIELDS);
    }
    return mapping;
  }

  /** Begins; at once that is to read. */
  void begin() {
    scene.addEventFilter(InputEvent.ANY, moved);
    touched();
    stage.beside().execute(reading);
  }

  private void touched() {
    stillSince = stage.clock().getAsLong();
  }

  private void read() {
    if (ended) {
      return;
    }
    if (succeeded(reading)) {
      steps = play.steps().apply(reading.resultNow());
      next();
    }
  }

  private void next() {
    if (over.getAsBoolean()) {
      close();
    }
    if (ended) {
      return;
    }
    if (stage.clock().getAsLong() - stillSince >= STILL.toNanos()) {
      Runnable step = steps == null ? null : steps.poll();
      if (step == null || !isDone(step)) {
        close();
        return;
      }
    }
    stage.later().execute(this::next);
  }

  private boolean isDone(Runnable step) {
    FutureTask<?> task = new FutureTask<>(step, null);
    long began = System.nanoTime();
    task.run();
    LOG.debug("A step of {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    return succeeded(task);
  }

  private boolean succeeded(Future<?> task) {
    if (task.state() == Future.State.FAILED) {
      LOG.warn("The warm-up ended early", task.exceptionNow());
      close();
    }
    return task.state() == Future.State.SUCCESS;
  }

  /** Ends it; the step that runs is the last. */
  @Override
  public void close() {
    ended = true;
    steps = null;
    reading.cancel(true);
    scene.removeEventFilter(InputEvent.ANY, moved);
  }
}
