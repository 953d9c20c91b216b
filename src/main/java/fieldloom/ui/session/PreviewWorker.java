package fieldloom.ui.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Computes previews in the background; a request that a newer one made stale is never begun, and
 * its result never shown. All but the computing is of the ui thread.
 */
final class PreviewWorker {

  /**
   * How long values of an older mapping stand as they are. Most previews are there before: were
   * their values muted at once, every row would change its style twice with each edit.
   */
  static final Duration PATIENCE = Duration.ofMillis(150);

  final ReadOnlyObjectWrapper<Preview> shown;

  /** Whether the one that is shown has been of an older mapping for longer than that. */
  final ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper();

  private final Previewer previewer;
  private final SessionThreads threads;
  private final AtomicReference<Previewer.@Nullable Request> next = new AtomicReference<>();
  private final AtomicReference<Previewer.@Nullable Request> nextTry = new AtomicReference<>();
  private Previewer.@Nullable Request newest;

  /** The request with which waiting for a preview of the newest mapping began. */
  private Previewer.@Nullable Request waiting;

  PreviewWorker(Previewer previewer, SessionThreads threads, Preview first) {
    this.previewer = previewer;
    this.threads = threads;
    this.shown = new ReadOnlyObjectWrapper<>(first);
  }

  /** Has the newest mapping previewed and shown. */
  void request(Previewer.Request request) {
    newest = request;
    run(next, request, this::show);
    boolean isOlder = shown.get().mapping() != request.mapping();
    if (isOlder && waiting == null) {
      waiting = request;
      threads.timer().after(PATIENCE, () -> threads.ui().execute(() -> waited(request)));
    }
  }

  private void waited(Previewer.Request since) {
    if (waiting == since) {
      late.set(true);
    }
  }

  private void show(Preview preview) {
    if (newest != null && preview.mapping() == newest.mapping()) {
      waiting = null;
      late.set(false);
      shown.set(preview);
    }
  }

  /** Computes something beside the newest preview, as of a formula being typed. */
  void tryOut(Previewer.Request request, Consumer<Preview> done) {
    run(nextTry, request, done);
  }

  private void run(
      AtomicReference<Previewer.@Nullable Request> slot,
      Previewer.Request request,
      Consumer<Preview> done) {
    slot.set(request);
    threads
        .preview()
        .execute(
            () -> {
              if (slot.compareAndSet(request, null)) {
                Preview preview = previewer.preview(request);
                threads.ui().execute(() -> done.accept(preview));
              }
            });
  }
}
