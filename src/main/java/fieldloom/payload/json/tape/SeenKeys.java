package fieldloom.payload.json.tape;

import java.util.Arrays;

/** The keys of a record that no rule reads, by hash, so that one that stands twice is noticed. */
final class SeenKeys {
  private static final long FACTOR = 0xD6E8FEB86659FD93L;

  private long[] keys = new long[64];
  private int[] rounds = new int[64];
  private int round;
  private int size;

  /** Forgets all. */
  void clear() {
    size = 0;
    round++;
    if (round == 0) {
      Arrays.fill(rounds, 0);
      round = 1;
    }
  }

  /**
   * Adds a key of an object.
   *
   * @return false where the object has it already, or, very rarely, one of the same hash
   */
  boolean add(int object, long hash) {
    if (size * 2 >= keys.length) {
      grow();
    }
    if (!put(hash ^ object * FACTOR)) {
      return false;
    }
    size++;
    return true;
  }

  private boolean put(long key) {
    int place = place(key);
    while (rounds[place] == round) {
      if (keys[place] == key) {
        return false;
      }
      place = place + 1 & keys.length - 1;
    }
    keys[place] = key;
    rounds[place] = round;
    return true;
  }

  private int place(long key) {
    return (int) (key * FACTOR >>> 32) & keys.length - 1;
  }

  private void grow() {
    long[] before = keys;
    int[] when = rounds;
    keys = new long[before.length * 2];
    rounds = new int[keys.length];
    for (int i = 0; i < before.length; i++) {
      if (when[i] == round) {
        put(before[i]);
      }
    }
  }
}
