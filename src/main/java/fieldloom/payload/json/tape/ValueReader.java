package fieldloom.payload.json.tape;

import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of JSON in UTF-8, checking it as strictly as any reader. It only says whether all is
 * well: what is malformed, breaks a limit, has a key twice or nests deeply is left to the reader
 * that tells what is wrong with it. Not thread-safe.
 */
public final class ValueReader extends Scan {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NAME = 1_000_000;
  private static final int LONGEST_TEXT = 20_000_000;
  private static final int STACK = 64;
  private static final int KEPT = 1 << 14;

  private final Outlines outlines = new Outlines();
  private final Names names = new Names();

  /** Values of the objects and lists that are open, one behind the other. */
  private Object[] stack = new Object[STACK];

  private int top;
  private boolean odd;

  /**
   * Reads the value that starts at a place.
   *
   * @param bytes with a 0 where they end and {@link TapeReader#PADDING} bytes from there
   * @return null where not all is well with it
   */
  public @Nullable Object read(byte[] bytes, int from) {
    begin(bytes, from);
    top = 0;
    odd = false;
    Object value = value(1);
    if (stack.length > KEPT) {
      stack = new Object[STACK];
    }
    return value;
  }

  /** Where the value that was read ends, or about where it was found not to be well. */
  public int end() {
    return p;
  }

  /** Whether the value is JSON, but with a key twice or with a number beyond the limits. */
  public boolean isOdd() {
    return odd;
  }

  private @Nullable Object value(int depth) {
    return switch (b[p]) {
      case '"' -> string();
      case '{' -> depth > DEEPEST ? null : object(depth);
      case '[' -> depth > DEEPEST ? null : list(depth);
      case 't', 'f', 'n' -> constant();
      default -> number();
    };
  }

  private @Nullable Object object(int depth) {
    p++;
    skipBlanks();
    if (b[p] == '}') {
      p++;
      return new Obj();
    }
    int base = top;
    Outline outline = outlines.root();
    while (true) {
      int from = p + 1;
      Outline next = outline.next;
      int behind = next == null || b[p] != '"' ? 0 : next.follows(b, from);
      if (behind > 0) {
        p = behind;
      } else {
        if (b[p] != '"' || !text(LONGEST_NAME)) {
          return null;
        }
        next = escaped ? null : outlines.with(outline, b, from, p - 1);
        if (next == null) {
          Obj begun = new Obj(outline.names(), Arrays.copyOfRange(stack, base, top));
          top = base;
          return object(begun, from, depth);
        }
      }
      Object value = member(depth);
      if (value == null) {
        return null;
      }
      push(value);
      outline = next;
      if (b[p] == '}') {
        p++;
        Obj object = new Obj(outline.names(), Arrays.copyOfRange(stack, base, top));
        top = base;
        return object;
      }
      if (!comma()) {
        return null;
      }
    }
  }

  /** Goes on behind a key with an object whose fields are not worth an outline. */
  private @Nullable Object object(Obj object, int key, int depth) {
    int from = key;
    while (true) {
      String name = escaped ? Unescape.text(b, from, p - 1) : names.name(b, from, p - 1);
      int size = object.size();
      int place = object.reserve(name);
      odd |= object.size() == size;
      Object value = member(depth);
      if (value == null) {
        return null;
      }
      object.set(place, value);
      if (b[p] == '}') {
        p++;
        return object;
      }
      from = comma() ? p + 1 : 0;
      if (from == 0 || b[p] != '"' || !text(LONGEST_NAME)) {
        return null;
      }
    }
  }

  /** The value behind a key, and the blanks behind it. */
  private @Nullable Object member(int depth) {
    skipBlanks();
    if (b[p] != ':') {
      return null;
    }
    p++;
    skipBlanks();
    Object value = value(depth + 1);
    skipBlanks();
    return value;
  }

  private boolean comma() {
    if (b[p] != ',') {
      return false;
    }
    p++;
    skipBlanks();
    return true;
  }

  private @Nullable Object list(int depth) {
    p++;
    skipBlanks();
    if (b[p] == ']') {
      p++;
      return new ArrayList<>();
    }
    int base = top;
    while (true) {
      Object value = value(depth + 1);
      if (value == null) {
        return null;
      }
      push(value);
      skipBlanks();
      if (b[p] == ']') {
        p++;
        List<Object> list = new ArrayList<>(top - base);
        for (int i = base; i < top; i++) {
          list.add(stack[i]);
        }
        top = base;
        return list;
      }
      if (!comma()) {
        return null;
      }
    }
  }

  private void push(Object value) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = value;
  }

  /** Passes over a text that is not too long. */
  private boolean text(int longest) {
    int start = p + 1;
    return text() && p - 1 - start <= longest;
  }

  private @Nullable String string() {
    int from = p + 1;
    if (!text(LONGEST_TEXT)) {
      return null;
    }
    if (escaped) {
      return Unescape.text(b, from, p - 1);
    }
    return new String(
        b, from, p - 1 - from, wide ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private @Nullable Object constant() {
    return switch (literal()) {
      case Tape.ABSENT -> null;
      case Tape.NULL -> Null.NULL;
      case Tape.TRUE -> true;
      default -> false;
    };
  }

  private @Nullable Object number() {
    int start = p;
    boolean negative = b[start] == '-';
    int first = negative ? start + 1 : start;
    int i = first;
    long digits = 0;
    byte c = b[i];
    while (c >= '0' && c <= '9') {
      digits = digits * 10 + c - '0';
      c = b[++i];
    }
    int count = i - first;
    int scale = 0;
    boolean well = count == 1 || count > 1 && b[first] != '0';
    if (c == '.') {
      int point = i;
      c = b[++i];
      while (c >= '0' && c <= '9') {
        digits = digits * 10 + c - '0';
        c = b[++i];
      }
      scale = i - point - 1;
      count += scale;
      well &= scale > 0;
    }
    if (!well) {
      p = i;
      return null;
    }
    if (count > 18 || c == 'e' || c == 'E' || negative && digits == 0) {
      return large(start, i);
    }
    p = i;
    return Num.of(negative ? -digits : digits, scale);
  }

  /** A number that keeps its text. */
  private @Nullable Object large(int start, int reached) {
    int end = Scalars.number(b, start);
    if (end == 0) {
      p = reached;
      return null;
    }
    p = end;
    if (Scalars.kind(b, start, end) == Tape.ABSENT) {
      odd = true;
      return Null.NULL;
    }
    return Num.ofText(new String(b, start, end - start, StandardCharsets.ISO_8859_1));
  }
}
