package fieldloom.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads on one thread, maps on several, writes on the calling one in the order of reading. What is
 * on its way is bounded in batches and in bytes: at most 64 MB or an eighth of the memory.
 */
final class ManyThreads implements RecordLoop {
  private static final long POLL_MS = 100;
  private static final long MAX_BYTES = 64L << 20;

  private final ExecutorService workers;
  private final ExecutorService reading;
  private final BlockingQueue<RecordMapper> free;
  private final BlockingQueue<Future<Done>> queue;
  private final int roomKb =
      (int) (Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 8) >> 10);
  private final Semaphore room = new Semaphore(roomKb);

  /**
   * For one run.
   *
   * @param mappers one for each thread
   */
  ManyThreads(List<RecordMapper> mappers) {
    ThreadFactory threads = Thread.ofPlatform().daemon().name("fieldloom-run-", 0).factory();
    workers = Executors.newFixedThreadPool(mappers.size(), threads);
    reading = Executors.newSingleThreadExecutor(threads);
    free = new ArrayBlockingQueue<>(mappers.size(), false, mappers);
    queue = new ArrayBlockingQueue<>(mappers.size() * 3);
  }

  /** A batch that has been mapped, and the room it takes until it is written. */
  private record Done(ReadBatch batch, List<Mapped> records, int kb) {}

  @Override
  public boolean run(Driver driver, RunBooks books, BooleanSupplier cancelled)
      throws RunFailedException {
    try {
      Future<?> reader =
          reading.submit(
              () -> {
                read(driver);
                return null;
              });
      return write(reader, books, cancelled);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailedException("The run was interrupted; run it again.", e);
    } finally {
      end();
    }
  }

  /** Ends a reader that waits for room or for input; it closes the driver itself. */
  private void end() {
    reading.shutdownNow();
    workers.shutdownNow();
    try {
      // An input that blocks for ever is left to the system.
      boolean closed = reading.awaitTermination(POLL_MS, TimeUnit.MILLISECONDS);
      assert closed || reading.isShutdown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Driver driver) throws InterruptedException {
    try (driver) {
      boolean last = false;
      while (!last && !Thread.currentThread().isInterrupted()) {
        ReadBatch batch = ReadBatch.next(driver);
        // One larger than all the room goes alone.
        int kb = (int) Math.min(roomKb, batch.bytes() >> 10);
        room.acquire(kb);
        queue.put(workers.submit(() -> map(batch, kb)));
        last = batch.last();
      }
    }
  }

  private Done map(ReadBatch batch, int kb) throws InterruptedException {
    RecordMapper mapper = free.take();
    try {
      List<Mapped> mapped = new ArrayList<>(batch.items().size());
      mapper.leave();
      for (ReadItem item : batch.items()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        mapped.add(mapper.map(item));
      }
      return new Done(batch, mapped, kb);
    } finally {
      free.add(mapper);
    }
  }

  private boolean write(Future<?> reader, RunBooks books, BooleanSupplier cancelled)
      throws InterruptedException, RunFailedException {
    while (true) {
      Done done = next(reader, books, cancelled);
      if (done == null) {
        return false;
      }
      for (Mapped mapped : done.records()) {
        if (cancelled.getAsBoolean()) {
          return false;
        }
        if (!books.take(mapped)) {
          return true;
        }
      }
      room.release(done.kb());
      RunFailedException failure = done.batch().failure();
      if (failure != null) {
        throw failure;
      }
      if (done.batch().last()) {
        return !cancelled.getAsBoolean();
      }
    }
  }

  /** The next batch in order; null where the run was cancelled meanwhile. */
  private @Nullable Done next(Future<?> reader, RunBooks books, BooleanSupplier cancelled)
      throws InterruptedException {
    Future<Done> future = null;
    while (!cancelled.getAsBoolean()) {
      try {
        if (future == null) {
          boolean ended = reader.isDone();
          future = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
          if (future == null && ended) {
            reader.get();
            throw new IllegalStateException("the reader ended without saying so");
          }
        }
        if (future != null) {
          return future.get(POLL_MS, TimeUnit.MILLISECONDS);
        }
        books.tellNowAndThen();
      } catch (TimeoutException e) {
        // Asked again after a look at what else goes on.
        books.tellNowAndThen();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          // Such as memory that is used up: said in the words it has on one thread.
          throw error;
        }
        throw new IllegalStateException("a thread of the run failed", e.getCause());
      }
    }
    return null;
  }
}
