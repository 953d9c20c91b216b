package fieldloom.model.value;

/**
 * The names of an object's fields, in order, held once for all objects that have the same.
 * Immutable.
 */
public final class FieldNames {
  /** Objects of more fields are not searched from the front. */
  static final int SEARCHED = 16;

  private final String[] names;

  /** Places of the names from 1, by hash; of no use where there are few. */
  private final int[] index;

  /**
   * The names in order, of which no two are equal.
   *
   * @param names handed over: not to be changed any more
   */
  public FieldNames(String... names) {
    this.names = names;
    this.index = names.length > SEARCHED ? index(names) : new int[0];
  }

  private static int[] index(String[] names) {
    int[] index = new int[Integer.highestOneBit(names.length) * 4];
    for (int i = 0; i < names.length; i++) {
      int place = place(names[i], index);
      while (index[place] != 0) {
        place = place + 1 & index.length - 1;
      }
      index[place] = i + 1;
    }
    return index;
  }

  private static int place(String name, int[] index) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 16) & index.length - 1;
  }

  /** How many there are. */
  public int size() {
    return names.length;
  }

  /** Shared with all objects: not to be changed. */
  String[] names() {
    return names;
  }

  /** Where a name is among many; -1 where it is not. */
  int find(String name) {
    int place = place(name, index);
    while (index[place] != 0) {
      if (names[index[place] - 1].equals(name)) {
        return index[place] - 1;
      }
      place = place + 1 & index.length - 1;
    }
    return -1;
  }
}
