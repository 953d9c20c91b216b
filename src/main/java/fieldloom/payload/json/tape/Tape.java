package fieldloom.payload.json.tape;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Where the fields of one record stand in its bytes. An object is a place on the tape, which has a
 * place for each field of its {@link Shape}; a list of objects is the place of its first item,
 * which leads to the next. Used again for each record. Not thread-safe.
 */
public final class Tape {
  /** What stands at a place. */
  public static final int ABSENT = 0;

  public static final int NULL = 1;
  public static final int TRUE = 2;
  public static final int FALSE = 3;

  /** A text without escapes. */
  public static final int TEXT = 4;

  public static final int ESCAPED = 5;

  /** A number of digits only, a minus before them. */
  public static final int WHOLE = 6;

  /** A number with a point. */
  public static final int POINT = 7;

  /** A number with an exponent. */
  public static final int NUMBER = 8;

  public static final int OBJECT = 9;
  public static final int LIST = 10;

  /** Ints of an object before its fields: the next item, where it starts and where it ends. */
  static final int HEAD = 3;

  /** Ints of a field: where it starts, where it ends, what it is and what it leads to. */
  static final int EACH = 3;

  static final int KIND_BITS = 4;
  static final int MOST = 1 << 24;
  private static final int KIND = (1 << KIND_BITS) - 1;
  private static final int FIRST = 1 << 10;

  private final int blank;
  private final ValueReader values = new ValueReader();
  byte[] bytes = {};
  int[] cells;
  int used;

  /**
   * For records of a shape.
   *
   * @param widest the most fields that an object of the shape has: object 0 has as many, all absent
   */
  Tape(int widest) {
    blank = HEAD + EACH * widest;
    cells = new int[Math.max(FIRST, blank * 2)];
  }

  /** Begins a record. */
  void begin(byte[] record) {
    bytes = record;
    used = blank;
  }

  /** Makes a place for an object with that many fields; 0 where the tape is full. */
  int object(int fields) {
    int at = used;
    int end = at + HEAD + EACH * fields;
    if (end > cells.length) {
      if (end > MOST) {
        return 0;
      }
      cells = Arrays.copyOf(cells, Math.max(end, cells.length * 2));
    }
    Arrays.fill(cells, at, end, 0);
    used = end;
    return at;
  }

  void set(int place, int start, int end, int kind, int link) {
    cells[place] = start;
    cells[place + 1] = end;
    cells[place + 2] = kind | link << KIND_BITS;
  }

  /** The place of an object's field. */
  public static int place(int object, int field) {
    return object + HEAD + EACH * field;
  }

  /** What stands at a place: one of the constants. */
  public int kind(int place) {
    return cells[place + 2] & KIND;
  }

  /** The object at a place; 0 where it is none whose fields are read. */
  public int object(int place, int kind) {
    return kind == OBJECT ? cells[place + 2] >>> KIND_BITS : 0;
  }

  /**
   * The first item of a list.
   *
   * @return 0 where it has none; -1 where it is no list of objects
   */
  public int first(int place) {
    int link = cells[place + 2] >> KIND_BITS;
    return (cells[place + 2] & KIND) == LIST ? link : -1;
  }

  /** The item behind one; 0 behind the last. */
  public int next(int item) {
    return cells[item];
  }

  /** The bytes that places speak of. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the value at a place starts in the bytes; a text behind its quote. */
  public int start(int place) {
    return cells[place];
  }

  /** Where the value ends; a text before its quote. */
  public int end(int place) {
    return cells[place + 1];
  }

  /** The value at a place as records hold it. */
  public Object value(int place) {
    int start = cells[place];
    int end = cells[place + 1];
    return switch (kind(place)) {
      case ABSENT -> Absent.ABSENT;
      case NULL -> Null.NULL;
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case TEXT -> text(bytes, start, end);
      case WHOLE, POINT -> number(bytes, start, end);
      case NUMBER -> Num.ofText(text(bytes, start, end));
      case ESCAPED -> Unescape.text(bytes, start, end);
      default -> read(start);
    };
  }

  /** An object as records hold it. */
  public Object record(int object) {
    return read(cells[object + 1]);
  }

  /** A value that was found to be right when it was put here. */
  private Object read(int start) {
    return Objects.requireNonNull(values.read(bytes, start));
  }

  static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** A number without an exponent. */
  static Num number(byte[] bytes, int start, int end) {
    if (end - start > 19) {
      return Num.ofText(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }
    int i = start;
    boolean negative = bytes[i] == '-';
    if (negative) {
      i++;
    }
    long digits = 0;
    int count = end - i;
    int scale = 0;
    for (; i < end; i++) {
      byte c = bytes[i];
      if (c == '.') {
        scale = end - i - 1;
        count--;
      } else {
        digits = digits * 10 + c - '0';
      }
    }
    if (count > 18 || negative && digits == 0) {
      return Num.ofText(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }
    return Num.of(negative ? -digits : digits, scale);
  }
}
