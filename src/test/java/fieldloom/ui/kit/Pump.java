package fieldloom.ui.kit;

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

  /** Runs what arrives until something holds. */
  public void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      try {
        Runnable task = tasks.poll(WAIT_S, TimeUnit.SECONDS);
        if (task == null) {
          throw new AssertionError("Nothing happened for " + WAIT_S + " s");
        }
        task.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
