package fieldloom.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads on one thread, maps on several, writes on the calling one in the order of reading. What is
 * on its way is bounded, in records and, by the time it took to read them, about in bytes.
 */
final class ManyThreads implements RecordLoop {
  private static final int MAX_BATCH_RECORDS = 200;
  private static final long MAX_BATCH_NANOS = 2_000_000;
  private static final long POLL_MS = 100;

  private final List<RecordMapper> mappers;

  /**
   * @param mappers one for each thread
   */
  ManyThreads(List<RecordMapper> mappers) {
    this.mappers = mappers;
  }

  /**
   * What one task gave.
   *
   * @param last whether nothing follows
   * @param failure why nothing follows; null where the input is at its end
   */
  private record Batch(List<Mapped> records, boolean last, @Nullable RunFailedException failure) {}

  @Override
  public boolean run(Driver driver, RunBooks books, BooleanSupplier cancelled)
      throws RunFailedException {
    ThreadFactory threads = Thread.ofPlatform().daemon().name("fieldloom-run-", 0).factory();
    BlockingQueue<Future<Batch>> queue = new ArrayBlockingQueue<>(mappers.size() * 2);
    BlockingQueue<RecordMapper> free = new ArrayBlockingQueue<>(mappers.size(), false, mappers);
    ExecutorService workers = Executors.newFixedThreadPool(mappers.size(), threads);
    ExecutorService reading = Executors.newSingleThreadExecutor(threads);
    try {
      Future<?> reader =
          reading.submit(
              () -> {
                read(driver, queue, workers, free);
                return null;
              });
      return write(queue, reader, books, cancelled);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailedException("The run was interrupted; run it again.", e);
    } finally {
      // Ends a reader that waits for room or for input; it closes the driver itself.
      reading.shutdownNow();
      workers.shutdownNow();
      awaitEnd(reading);
    }
  }

  /** Waits a moment for the input to be closed; one that blocks for ever is left to the system. */
  private static void awaitEnd(ExecutorService reading) {
    try {
      if (!reading.awaitTermination(POLL_MS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(
      Driver driver,
      BlockingQueue<Future<Batch>> queue,
      ExecutorService workers,
      BlockingQueue<RecordMapper> free)
      throws InterruptedException {
    try (driver) {
      boolean last = false;
      while (!last && !Thread.currentThread().isInterrupted()) {
        List<ReadItem> items = new ArrayList<>();
        RunFailedException failure = null;
        long began = System.nanoTime();
        try {
          while (!last
              && items.size() < MAX_BATCH_RECORDS
              && (items.isEmpty() || System.nanoTime() - began < MAX_BATCH_NANOS)) {
            ReadItem item = driver.next();
            if (item == null) {
              last = true;
            } else {
              items.add(item);
            }
          }
        } catch (RunFailedException e) {
          last = true;
          failure = e;
        }
        boolean ends = last;
        RunFailedException reason = failure;
        queue.put(workers.submit(() -> map(items, free, ends, reason)));
      }
    }
  }

  private static Batch map(
      List<ReadItem> items,
      BlockingQueue<RecordMapper> free,
      boolean last,
      @Nullable RunFailedException failure)
      throws InterruptedException {
    RecordMapper mapper = free.take();
    try {
      List<Mapped> mapped = new ArrayList<>(items.size());
      for (ReadItem item : items) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        mapped.add(mapper.map(item));
      }
      return new Batch(mapped, last, failure);
    } finally {
      free.add(mapper);
    }
  }

  private static boolean write(
      BlockingQueue<Future<Batch>> queue,
      Future<?> reader,
      RunBooks books,
      BooleanSupplier cancelled)
      throws InterruptedException, RunFailedException {
    while (true) {
      Batch batch = next(queue, reader, books, cancelled);
      if (batch == null) {
        return false;
      }
      for (Mapped mapped : batch.records()) {
        if (cancelled.getAsBoolean()) {
          return false;
        }
        if (!books.take(mapped)) {
          return true;
        }
      }
      if (batch.failure() != null) {
        throw batch.failure();
      }
      if (batch.last()) {
        return !cancelled.getAsBoolean();
      }
    }
  }

  /** The next batch in order; null where the run was cancelled meanwhile. */
  private static @Nullable Batch next(
      BlockingQueue<Future<Batch>> queue,
      Future<?> reader,
      RunBooks books,
      BooleanSupplier cancelled)
      throws InterruptedException {
    Future<Batch> future = null;
    while (!cancelled.getAsBoolean()) {
      try {
        if (future == null) {
          boolean done = reader.isDone();
          future = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
          if (future == null && done) {
            reader.get();
            throw new IllegalStateException("the reader ended without saying so");
          }
        }
        if (future != null) {
          return future.get(POLL_MS, TimeUnit.MILLISECONDS);
        }
      } catch (TimeoutException e) {
        // Asked again after a look at what else goes on.
        books.tellNowAndThen();
        continue;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a thread of the run failed", e.getCause());
      }
      books.tellNowAndThen();
    }
    return null;
  }
}
