package fieldloom.ui.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Where a session does its work.
 *
 * @param ui the thread its properties live on
 * @param preview one thread
 * @param save one thread; a task given to it runs even if the session is closing
 * @param schemas one thread: loading may take seconds, previews must not wait for it
 * @param timer waits before autosaving
 */
public record SessionThreads(
    Executor ui, Executor preview, Executor save, Executor schemas, Timer timer) {

  /** Schemas are loaded where previews are computed. */
  public SessionThreads(Executor ui, Executor preview, Executor save, Timer timer) {
    this(ui, preview, save, preview, timer);
  }

  /** Runs a task later, on the save thread. */
  @FunctionalInterface
  public interface Timer {
    void after(Duration delay, Runnable task);
  }

  /** Daemon threads of its own, results handed to the given thread. */
  public static SessionThreads background(Executor ui) {
    ExecutorService preview = single("preview");
    ExecutorService save = single("autosave");
    return new SessionThreads(
        ui,
        preview,
        save,
        single("schemas"),
        (delay, task) ->
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, save)
                .execute(task));
  }

  /** Everything at once on the calling thread: for tests and snapshots. */
  public static SessionThreads direct() {
    return new SessionThreads(
        Runnable::run, Runnable::run, Runnable::run, (delay, task) -> task.run());
  }

  private static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(
        task -> Thread.ofPlatform().daemon().name("fieldloom-" + name).unstarted(task));
  }
}
