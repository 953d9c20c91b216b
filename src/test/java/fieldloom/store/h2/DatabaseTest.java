package fieldloom.store.h2;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one connection of a store and its thread. */
@Timeout(60)
class DatabaseTest {
  @TempDir private Path folder;

  @Test
  void work_that_stands_behind_the_close_does_not_open_the_store_anew() throws Exception {
    Stores.open(folder).close();
    Database database = new Database(folder);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread first =
        Thread.startVirtualThread(
            new FutureTask<>(
                () ->
                    database.read(
                        h -> {
                          begun.countDown();
                          return awaited(goOn);
                        })));
    begun.await();
    Thread closing =
        Thread.startVirtualThread(
            new FutureTask<>(
                () -> {
                  database.close();
                  return null;
                }));
    waitsForTheStore(closing);
    FutureTask<Integer> late = new FutureTask<>(() -> database.read(h -> 1));
    waitsForTheStore(Thread.startVirtualThread(late));
    goOn.countDown();
    first.join();
    closing.join();
    assertThatThrownBy(late::get)
        .cause()
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("has been closed");
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitsForTheStore(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
