package fieldloom.payload.json.tape;

/**
 * Reads a record's bytes onto a {@link Tape}, as strictly as any reader of JSON. It only says
 * whether all is well: a record that is malformed, has a key twice, breaks a limit or nests deeply
 * is left to the reader that tells what is wrong with it. Not thread-safe.
 */
public final class TapeReader extends Scan {
  /** Room that must be behind a record in its array, of which the first byte is 0. */
  public static final int PADDING = 16;

  private static final int DEEPEST = 100;

  private final Shape shape;
  private final Tape tape;
  private final SeenKeys seen = new SeenKeys();
  private int objects;

  /**
   * For records of one shape.
   *
   * @param shape sealed
   */
  public TapeReader(Shape shape) {
    this.shape = shape;
    this.tape = new Tape(shape.widest());
  }

  /** What was read last. */
  public Tape tape() {
    return tape;
  }

  /**
   * Reads a record.
   *
   * @param bytes with a 0 at {@code to} and {@link #PADDING} bytes from there
   * @return the object on the tape; 0 where the record is no object that all is well with
   */
  public int read(byte[] bytes, int from, int to) {
    begin(bytes, from);
    objects = 0;
    seen.clear();
    tape.begin(bytes);
    skipBlanks();
    if (b[p] != '{') {
      return 0;
    }
    int root = object(shape, 1);
    if (root == 0) {
      return 0;
    }
    skipBlanks();
    return p == to ? root : 0;
  }

  /**
   * Checks an object that is not cut out, reading nothing of it.
   *
   * @param bytes as {@link #read} wants them, up to where what is there ends
   * @return where what stands behind the object and blanks begins; 0 where it is no object that all
   *     is well with
   */
  public int pass(byte[] bytes, int from) {
    begin(bytes, from);
    objects = 0;
    seen.clear();
    if (b[p] != '{' || !skip(0)) {
      return 0;
    }
    skipBlanks();
    return p;
  }

  /** Reads an object whose fields are wanted; 0 where it is wrong. */
  private int object(Shape wanted, int depth) {
    int object = tape.object(wanted.size());
    if (object == 0 || depth > DEEPEST) {
      return 0;
    }
    int serial = ++objects;
    int start = p++;
    int expected = 0;
    skipBlanks();
    if (b[p] == '}') {
      p++;
      end(object, start);
      return object;
    }
    while (true) {
      int field;
      if (b[p] != '"') {
        return 0;
      }
      int matched = wanted.matched(expected, b, p + 1);
      if (matched > 0) {
        p += matched + 1;
        field = expected;
      } else {
        int from = p + 1;
        if (!text() || escaped) {
          return 0;
        }
        long hash = Bytes.hash(b, from, p - 1);
        field = wanted.find(hash, b, from, p - 1);
        if (field < 0 && !seen.add(serial, hash)) {
          return 0;
        }
      }
      if (!colon()) {
        return 0;
      }
      if (field < 0) {
        if (!skip(depth)) {
          return 0;
        }
      } else {
        int place = Tape.place(object, field);
        if (tape.kind(place) != Tape.ABSENT || !value(place, wanted, field, depth)) {
          return 0;
        }
        expected = field + 1;
      }
      skipBlanks();
      byte c = b[p++];
      if (c == '}') {
        end(object, start);
        return object;
      }
      if (c != ',') {
        return 0;
      }
      skipBlanks();
    }
  }

  private void end(int object, int start) {
    tape.cells[object + 1] = start;
    tape.cells[object + 2] = p;
  }

  private boolean colon() {
    skipBlanks();
    if (b[p] != ':') {
      return false;
    }
    p++;
    skipBlanks();
    return true;
  }

  private boolean value(int place, Shape wanted, int field, int depth) {
    int start = p;
    switch (b[p]) {
      case '"' -> {
        if (!text()) {
          return false;
        }
        tape.set(place, start + 1, p - 1, escaped ? Tape.ESCAPED : Tape.TEXT, 0);
        return true;
      }
      case '{' -> {
        Shape inner = wanted.objectOf(field);
        int link = 0;
        if (inner == null) {
          if (!skip(depth)) {
            return false;
          }
        } else {
          link = object(inner, depth + 1);
          if (link == 0) {
            return false;
          }
        }
        tape.set(place, start, p, Tape.OBJECT, link);
        return true;
      }
      case '[' -> {
        Shape items = wanted.itemsOf(field);
        if (items == null) {
          if (!skip(depth)) {
            return false;
          }
          tape.set(place, start, p, Tape.LIST, -1);
          return true;
        }
        return list(place, items, depth + 1);
      }
      case 't', 'f', 'n' -> {
        int kind = literal();
        tape.set(place, start, p, kind, 0);
        return kind != Tape.ABSENT;
      }
      default -> {
        int kind = number();
        tape.set(place, start, p, kind, 0);
        return kind != Tape.ABSENT;
      }
    }
  }

  /**
   * Reads a list whose items should be objects, or null; one with others is kept as bytes. What of
   * it was on the tape before is left there, and not asked for.
   */
  private boolean list(int place, Shape items, int depth) {
    int start = p++;
    int first = 0;
    int last = 0;
    skipBlanks();
    if (b[p] == ']') {
      p++;
      tape.set(place, start, p, Tape.LIST, 0);
      return true;
    }
    while (true) {
      if (b[p] != '{' && b[p] != 'n') {
        p = start;
        boolean well = skip(depth - 1);
        tape.set(place, start, p, Tape.LIST, -1);
        return well;
      }
      int item = b[p] == '{' ? object(items, depth + 1) : nothing(items);
      if (item == 0) {
        return false;
      }
      if (first == 0) {
        first = item;
      } else {
        tape.cells[last] = item;
      }
      last = item;
      skipBlanks();
      byte c = b[p++];
      if (c == ']') {
        tape.set(place, start, p, Tape.LIST, first);
        return true;
      }
      if (c != ',') {
        return false;
      }
      skipBlanks();
    }
  }

  /** Reads null as an item without fields; 0 where it is something else. */
  private int nothing(Shape items) {
    int start = p;
    int object = literal() == Tape.NULL ? tape.object(items.size()) : 0;
    if (object != 0) {
      end(object, start);
    }
    return object;
  }

  /** Passes over a value, checking it. */
  private boolean skip(int depth) {
    return switch (b[p]) {
      case '"' -> text();
      case '{' -> depth < DEEPEST && skipObject(depth + 1);
      case '[' -> depth < DEEPEST && skipList(depth + 1);
      case 't', 'f', 'n' -> literal() != Tape.ABSENT;
      default -> number() != Tape.ABSENT;
    };
  }

  private boolean skipObject(int depth) {
    int serial = ++objects;
    p++;
    skipBlanks();
    if (b[p] == '}') {
      p++;
      return true;
    }
    while (true) {
      int from = p + 1;
      if (b[p] != '"' || !text() || escaped) {
        return false;
      }
      if (!seen.add(serial, Bytes.hash(b, from, p - 1)) || !colon() || !skip(depth)) {
        return false;
      }
      skipBlanks();
      byte c = b[p++];
      if (c != ',') {
        return c == '}';
      }
      skipBlanks();
    }
  }

  private boolean skipList(int depth) {
    p++;
    skipBlanks();
    if (b[p] == ']') {
      p++;
      return true;
    }
    while (true) {
      if (!skip(depth)) {
        return false;
      }
      skipBlanks();
      byte c = b[p++];
      if (c != ',') {
        return c == ']';
      }
      skipBlanks();
    }
  }

  /** Passes over a number within the limits; {@link Tape#ABSENT} where it is none. */
  private int number() {
    int end = Scalars.number(b, p);
    if (end == 0) {
      return Tape.ABSENT;
    }
    int kind = Scalars.kind(b, p, end);
    p = end;
    return kind;
  }
}
