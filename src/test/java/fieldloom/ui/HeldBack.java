package fieldloom.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The FX thread, with a gate before it: how fast the machine works is not for a test to say. */
final class HeldBack implements Executor {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean held;

  @Override
  public synchronized void execute(Runnable report) {
    if (held) {
      waiting.add(report);
    } else {
      Platform.runLater(report);
    }
  }

  synchronized void hold() {
    held = true;
  }

  synchronized void letThrough() {
    held = false;
    waiting.forEach(Platform::runLater);
    waiting.clear();
  }
}
