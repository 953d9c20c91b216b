package fieldloom.payload.json.tape;

import org.jspecify.annotations.Nullable;

/**
 * The outlines of the objects that a reader has met. They are forgotten where too many are new, as
 * those of objects are whose keys are data.
 */
final class Outlines {
  private static final int PLACES = 1 << 12;
  private static final int MOST = PLACES / 2;

  /** Fields of an object beyond which, and bytes of a key beyond which, none is kept. */
  private static final int WIDEST = 100;

  private static final int LONGEST = 64;
  private static final long FACTOR = 0xD6E8FEB86659FD93L;

  private @Nullable Outline[] places = new Outline[PLACES];
  private Outline root = new Outline();
  private int size;
  private int missed;

  /** That of an object without fields. */
  Outline root() {
    return root;
  }

  /**
   * The outline with one field more.
   *
   * @param quote where its key ends, which has no escapes
   * @return null where it has that field already, or where it is not kept
   */
  @Nullable Outline with(Outline outline, byte[] bytes, int from, int quote) {
    if (outline.size >= WIDEST || quote - from > LONGEST) {
      return null;
    }
    long hash = (Bytes.hash(bytes, from, quote) + outline.hash) * FACTOR;
    int place = (int) (hash >>> 32) & PLACES - 1;
    for (Outline one = places[place]; one != null; one = places[place]) {
      if (one.before == outline && one.hash == hash && one.is(bytes, from, quote)) {
        outline.next = one;
        return one;
      }
      place = place + 1 & PLACES - 1;
    }
    if (size == MOST) {
      missed++;
      if (missed > MOST) {
        places = new Outline[PLACES];
        root = new Outline();
        size = 0;
        missed = 0;
      }
      return null;
    }
    Outline made = new Outline(outline, hash, bytes, from, quote);
    if (outline.has(made.name)) {
      return null;
    }
    size++;
    places[place] = made;
    outline.next = made;
    return made;
  }
}
