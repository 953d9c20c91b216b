package fieldloom.job;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Warnings of readers on their way to the listener: taken on any thread, told on the run's own,
 * each once and not without end.
 */
final class Warnings {
  /**
   * A file may have the same fault in each of a million records; a reader has a bound of its own.
   */
  static final int MAX_TOLD = 1_000;

  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final Set<String> seen = new HashSet<>();
  private final AtomicLong untold = new AtomicLong();

  /** Takes a warning, on the thread that reads. */
  void add(String message) {
    synchronized (seen) {
      if (seen.contains(message)) {
        return;
      }
      if (seen.size() >= MAX_TOLD) {
        untold.incrementAndGet();
        return;
      }
      seen.add(message);
    }
    waiting.add(message);
  }

  /** Tells what has come in since. */
  void tell(RunListener listener) {
    for (String message = waiting.poll(); message != null; message = waiting.poll()) {
      listener.warning(message);
    }
  }

  /** Tells the rest, at the end of the run. */
  void tellLast(RunListener listener) {
    tell(listener);
    long count = untold.getAndSet(0);
    if (count > 0) {
      listener.warning(
          count + (count == 1 ? " more warning is" : " more warnings are") + " not shown.");
    }
  }
}
