package fieldloom.ui.session;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Computes previews in the background; a request that a newer one made stale is never begun. */
final class PreviewWorker {
  private final Previewer previewer;
  private final SessionThreads threads;
  private final AtomicReference<Previewer.@Nullable Request> next = new AtomicReference<>();
  private final AtomicReference<Previewer.@Nullable Request> nextTry = new AtomicReference<>();

  PreviewWorker(Previewer previewer, SessionThreads threads) {
    this.previewer = previewer;
    this.threads = threads;
  }

  void request(Previewer.Request request, Consumer<Preview> done) {
    run(next, request, done);
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
