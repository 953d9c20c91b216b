package fieldloom.job;

import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.TakenNumbers;

/** Keeps from run to run how far sequences have come. Thread-safe. */
public interface NumberKeeper {

  /** As {@link Store#takeNumbers}. */
  TakenNumbers take(String name, long start, long step, int count) throws StoreException;

  /** As {@link Store#giveBackNumbers}. */
  void giveBack(TakenNumbers taken, long lastUsed) throws StoreException;

  /** The sequences of a workspace. */
  static NumberKeeper of(Store store, long workspace) {
    return new NumberKeeper() {
      @Override
      public TakenNumbers take(String name, long start, long step, int count)
          throws StoreException {
        return store.takeNumbers(workspace, name, start, step, count);
      }

      @Override
      public void giveBack(TakenNumbers taken, long lastUsed) throws StoreException {
        store.giveBackNumbers(workspace, taken, lastUsed);
      }
    };
  }
}
