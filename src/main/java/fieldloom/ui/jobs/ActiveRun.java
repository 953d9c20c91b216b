package fieldloom.ui.jobs;

import fieldloom.job.RunListener;
import fieldloom.model.Job;
import fieldloom.store.Store.Counts;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run that this window started and that has not ended. Listens on the run's thread and passes on
 * at most one count at a time, so that a fast run does not drown the window.
 */
public final class ActiveRun implements RunListener {
  private final Job job;
  private final Instant started = Instant.now();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicReference<@Nullable Counts> waiting = new AtomicReference<>();
  private final Consumer<Runnable> fxThread;
  private final Consumer<ActiveRun> changed;
  private volatile Counts counts = Counts.NONE;

  ActiveRun(Job job, Consumer<Runnable> fxThread, Consumer<ActiveRun> changed) {
    this.job = job;
    this.fxThread = fxThread;
    this.changed = changed;
  }

  public Job job() {
    return job;
  }

  public Instant started() {
    return started;
  }

  public Counts counts() {
    return counts;
  }

  public boolean isStopping() {
    return stopping.get();
  }

  /** Asks the run to end; it does so behind the record it is at. */
  public void cancel() {
    stopping.set(true);
    changed.accept(this);
  }

  @Override
  public void progress(Counts now) {
    counts = now;
    if (waiting.getAndSet(now) == null) {
      fxThread.accept(
          () -> {
            waiting.set(null);
            changed.accept(this);
          });
    }
  }

  @Override
  public boolean cancelled() {
    return stopping.get();
  }
}
