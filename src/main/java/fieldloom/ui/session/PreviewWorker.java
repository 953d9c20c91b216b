package fieldloom.ui.session;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Computes previews in the background; a request that a newer one made stale is never begun. */
final class PreviewWorker {
  private final Previewer previewer;
  private final SessionThreads threads;
  private final AtomicReference<Previewer.@Nullable Request> next = new AtomicReference<>();

  PreviewWorker(Previewer previewer, SessionThreads threads) {
    this.previewer = previewer;
    this.threads = threads;
  }

  void request(Previewer.Request request, Consumer<Preview> done) {
    next.set(request);
    threads.preview().execute(
        () -> {
          Previewer.Request newest = next.getAndSet(null);
          if (newest != null) {
            Preview preview = previewer.preview(newest);
            threads.ui().execute(() -> done.accept(preview));
          }
        });
  }

  /** Computes something beside the newest preview, as of a formula being typed. */
  void compute(Previewer.Request request, Consumer<Preview> done) {
    threads.preview().execute(
        () -> {
          Preview preview = previewer.preview(request);
          threads.ui().execute(() -> done.accept(preview));
        });
  }
}
