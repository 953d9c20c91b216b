package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the newest mapping and the newest draft a moment after they changed. The wait is counted
 * from the first change that is not saved, so that steady editing cannot put a save off.
 */
final class SaveWorker {
  private static final Logger LOG = LoggerFactory.getLogger(SaveWorker.class);
  static final Duration EDIT_DELAY = Duration.ofMillis(300);
  static final Duration DRAFT_DELAY = Duration.ofMillis(700);

  private final Autosaver saver;
  private final SessionThreads threads;
  private final Clock clock;
  private final Consumer<SaveState> report;
  private final AtomicReference<@Nullable Mapping> unsaved = new AtomicReference<>();
  private final AtomicReference<@Nullable DraftChange> unsavedDraft = new AtomicReference<>();
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final AtomicBoolean draftWaiting = new AtomicBoolean();

  /** A change of the draft; a null draft forgets it. */
  private record DraftChange(@Nullable FormulaDraft draft) {}

  SaveWorker(Autosaver saver, SessionThreads threads, Clock clock, Consumer<SaveState> report) {
    this.saver = saver;
    this.threads = threads;
    this.clock = clock;
    this.report = report;
  }

  /** Looks for what was being typed when the program ended last; finds null where nothing was. */
  void findDraft(Consumer<@Nullable FormulaDraft> found) {
    threads
        .save()
        .execute(
            () -> {
              try {
                FormulaDraft draft = saver.draft().orElse(null);
                threads.ui().execute(() -> found.accept(draft));
              } catch (StoreException e) {
                tell(new SaveState.Failed(e.getMessage()));
              }
            });
  }

  void save(Mapping mapping) {
    unsaved.set(mapping);
    report.accept(new SaveState.Saving());
    if (waiting.compareAndSet(false, true)) {
      threads.timer().after(EDIT_DELAY, this::saveNow);
    }
  }

  void saveDraft(@Nullable FormulaDraft draft) {
    unsavedDraft.set(new DraftChange(draft));
    if (draftWaiting.compareAndSet(false, true)) {
      threads.timer().after(DRAFT_DELAY, this::saveDraftNow);
    }
  }

  /** Saves at once what is not saved; comes back when it is done. */
  void flush(Runnable done) {
    threads
        .save()
        .execute(
            () -> {
              saveNow();
              saveDraftNow();
              done.run();
            });
  }

  private void saveNow() {
    waiting.set(false);
    Mapping mapping = unsaved.getAndSet(null);
    if (mapping == null) {
      return;
    }
    try {
      int version = saver.save(mapping);
      tell(new SaveState.Saved(clock.instant(), version));
    } catch (StoreException e) {
      LOG.warn("Autosave failed", e);
      unsaved.compareAndSet(null, mapping);
      tell(new SaveState.Failed(e.getMessage()));
    }
  }

  /** A newer edit that waits to be saved makes "saved" untrue. */
  private void tell(SaveState state) {
    threads
        .ui()
        .execute(
            () -> {
              boolean newer = state instanceof SaveState.Saved && unsaved.get() != null;
              report.accept(newer ? new SaveState.Saving() : state);
            });
  }

  private void saveDraftNow() {
    draftWaiting.set(false);
    DraftChange change = unsavedDraft.getAndSet(null);
    if (change == null) {
      return;
    }
    try {
      saver.saveDraft(change.draft());
    } catch (StoreException e) {
      LOG.warn("Saving the draft failed", e);
      tell(new SaveState.Failed(e.getMessage()));
    }
  }
}
