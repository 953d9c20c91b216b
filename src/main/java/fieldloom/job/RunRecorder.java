package fieldloom.job;

import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a run's course in the store and hands it on to whoever else listens. */
final class RunRecorder implements RunListener {
  /** More errors than anybody looks through; the counts still say how many there were. */
  static final long MAX_ERRORS_KEPT = 100_000;

  private static final long SAVE_EVERY_NANOS = 500_000_000;
  private static final int BATCH_ERRORS = 500;
  private static final int BATCH_CHARS = 1_000_000;

  private final Store store;
  private final long run;
  private final RunListener listener;
  private final List<RecordError> waiting = new ArrayList<>();
  private long waitingChars;
  private long errorsTaken;
  private long savedAt = System.nanoTime();
  private Counts counts = Counts.NONE;
  private boolean ended;
  private @Nullable StoreException failure;

  RunRecorder(Store store, long run, RunListener listener) {
    this.store = store;
    this.run = run;
    this.listener = listener;
  }

  @Override
  public void progress(Counts now) {
    counts = now;
    listener.progress(now);
    if (System.nanoTime() - savedAt >= SAVE_EVERY_NANOS) {
      savedAt = System.nanoTime();
      saveErrors();
      if (failure == null) {
        try {
          store.progress(run, now);
        } catch (StoreException e) {
          failure = e;
        }
      }
    }
  }

  @Override
  public void warning(String message) {
    listener.warning(message);
  }

  @Override
  public void error(RecordError error) {
    listener.error(error);
    if (errorsTaken++ < MAX_ERRORS_KEPT) {
      waiting.add(error);
      waitingChars += error.input() == null ? 0 : error.input().length();
    }
    if (waiting.size() >= BATCH_ERRORS || waitingChars >= BATCH_CHARS) {
      saveErrors();
    }
  }

  /** A store that takes no errors ends the run: they would be lost without a word. */
  @Override
  public boolean cancelled() {
    return failure != null || listener.cancelled();
  }

  private void saveErrors() {
    if (waiting.isEmpty() || failure != null) {
      return;
    }
    try {
      store.addErrors(run, waiting);
      waiting.clear();
      waitingChars = 0;
    } catch (StoreException e) {
      failure = e;
    }
  }

  /** Ends the run as it was reported. */
  Store.Run end(RunReport report) throws StoreException {
    counts = report.counts();
    saveErrors();
    if (failure != null) {
      fail("The store failed during the run: " + failure.getMessage());
      throw failure;
    }
    String message = report.message();
    if (message == null && errorsTaken > MAX_ERRORS_KEPT) {
      message = "Only the first " + MAX_ERRORS_KEPT + " errors are kept.";
    }
    Store.Run done = store.endRun(run, report.state(), counts, message);
    ended = true;
    return done;
  }

  /** Ends the run as failed. */
  void fail(String message) throws StoreException {
    ended = true;
    store.endRun(run, RunState.FAILED, counts, message);
  }

  void failUnlessEnded() throws StoreException {
    if (!ended) {
      fail("The run ended by an error of Fieldloom itself; its log says more.");
    }
  }
}
