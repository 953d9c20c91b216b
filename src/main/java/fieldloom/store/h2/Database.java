package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One connection used by one thread of its own. Callers of any thread wait for it without heeding
 * interrupts: an interrupt inside H2 would close its file under everybody.
 */
final class Database implements AutoCloseable {
  private final Path folder;
  private final ExecutorService thread;
  private @Nullable Handle handle;

  /** Read and written on the thread only: work that stood behind the close must not open anew. */
  private boolean closed;

  /**
   * @param folder of the store, which is there and in order
   */
  Database(Path folder) {
    this.folder = folder;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("fieldloom-store").factory());
  }

  /** Something done with the database. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run(Handle handle) throws StoreException;
  }

  Path folder() {
    return folder;
  }

  /** Reads, in one transaction. */
  <T extends @Nullable Object> T read(Work<T> work) throws StoreException {
    return onThread(() -> guarded(h -> h.<T, StoreException>inTransaction(work::run)));
  }

  /** Writes, in one transaction that is on the disk when this returns. */
  <T extends @Nullable Object> T write(Work<T> work) throws StoreException {
    return onThread(
        () ->
            guarded(
                h -> {
                  T result = h.<T, StoreException>inTransaction(work::run);
                  // WRITE_DELAY=0 hands the commit to the system, which survives a kill; this has
                  // it put on the disk, which survives a power cut.
                  h.execute("CHECKPOINT SYNC");
                  return result;
                }));
  }

  private <T extends @Nullable Object> T guarded(Work<T> work) throws StoreException {
    if (closed) {
      throw new StoreException(closedSentence());
    }
    try {
      Handle open = handle;
      if (open == null) {
        open = Jdbi.open(H2Files.connect(H2Files.url(folder)));
        handle = open;
      }
      return work.run(open);
    } catch (JdbiException e) {
      SQLException sql = Reasons.sqlCause(e);
      if (sql != null && Reasons.closesDatabase(sql)) {
        abandon();
      }
      throw Reasons.translate(folder, e);
    } catch (SQLException e) {
      abandon();
      throw Reasons.translate(folder, e);
    }
  }

  /** Lets go of a connection whose database has failed; the next work opens it anew. */
  private void abandon() {
    Handle broken = handle;
    handle = null;
    if (broken != null) {
      H2Files.closeNow(broken.getConnection());
    }
    TrackedFile.closeAll(folder);
  }

  private String closedSentence() {
    return "The store in " + folder + " has been closed.";
  }

  private <T extends @Nullable Object> T onThread(Callable<T> work) throws StoreException {
    Future<T> future;
    try {
      future = thread.submit(work);
    } catch (RejectedExecutionException e) {
      throw new StoreException(closedSentence(), e);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof StoreException known) {
            throw known;
          }
          throw new IllegalStateException("the store's thread failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() throws StoreException {
    if (thread.isShutdown()) {
      return;
    }
    try {
      onThread(
          () -> {
            closed = true;
            Handle open = handle;
            handle = null;
            if (open != null) {
              open.close();
            }
            return null;
          });
    } finally {
      thread.shutdown();
    }
  }
}
