package fieldloom.job;

import fieldloom.function.Sequences;
import fieldloom.function.ValueException;
import fieldloom.store.StoreException;
import fieldloom.store.TakenNumbers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of one run. Numbers are taken from the keeper some at a time, more the more a run
 * needs, and those that are left are given back at its end; a run that is killed leaves a gap.
 */
final class BlockSequences implements Sequences, AutoCloseable {
  private static final int MOST = 1_024;

  private final NumberKeeper keeper;
  private final Map<String, Block> blocks = new HashMap<>();

  private record Block(TakenNumbers taken, long lastUsed, int size) {
    boolean isUsedUp() {
      return lastUsed == taken.last();
    }
  }

  BlockSequences(NumberKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public synchronized long next(String name, long start, long step) {
    Block block = blocks.get(name);
    try {
      boolean goesOn = block != null && block.taken.step() == step && !block.isUsedUp();
      Block now = block;
      if (now == null || !goesOn) {
        giveBack(block);
        int size = block == null ? 1 : Math.min(2 * block.size, MOST);
        TakenNumbers taken = keeper.take(name, start, step, size);
        now = new Block(taken, taken.first(), size);
      } else {
        now = new Block(now.taken, now.lastUsed + step, now.size);
      }
      blocks.put(name, now);
      return now.lastUsed;
    } catch (StoreException e) {
      throw new ValueException("sequence-failed", String.valueOf(e.getMessage()));
    }
  }

  private void giveBack(@Nullable Block block) throws StoreException {
    if (block != null && !block.isUsedUp()) {
      keeper.giveBack(block.taken, block.lastUsed);
    }
  }

  /** Gives back what was not used; where that fails, there is a gap and no harm. */
  @Override
  public synchronized void close() {
    for (Block block : blocks.values()) {
      try {
        giveBack(block);
      } catch (StoreException e) {
        break;
      }
    }
    blocks.clear();
  }
}
