package fieldloom.ui.kit;

import fieldloom.ui.Snapshots;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the FX thread in tests without a toolkit: runs on the test's own thread. */
public final class Pump implements Executor {
  private static final int WAIT_S = 30;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Runs the next task on the toolkit's thread, for tasks that show something. */
  public void onceOnFxThread() {
    Runnable task = next();
    Snapshots.onToolkit(
        () -> {
          task.run();
          return true;
        });
  }

  /** Runs what arrives until something holds. */
  public void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      next().run();
    }
  }

  private Runnable next() {
    try {
      Runnable task = tasks.poll(WAIT_S, TimeUnit.SECONDS);
      if (task == null) {
        throw new AssertionError("Nothing happened for " + WAIT_S + " s");
      }
      return task;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
