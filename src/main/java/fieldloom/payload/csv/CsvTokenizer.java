package fieldloom.payload.csv;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextLimits;
import fieldloom.payload.text.TextWindow;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a CSV into rows and fields after RFC 4180: a quote within quotes is doubled, a quote inside
 * an unquoted field is a character, CR, LF and CRLF end rows, empty lines are skipped. Tells quoted
 * fields from unquoted ones, which libraries do not, and goes on behind a bad row.
 */
final class CsvTokenizer {
  private static final int QUOTED = 1;
  private static final int DOUBLED = 2;

  /** Most columns whose text is kept; more are only counted. */
  static final int MAX_COLUMNS = 100_000;

  private final StrictReader source;
  private final TextWindow window;
  private final char delimiter;
  private final char quote;
  private final boolean trim;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private byte[] kind = new byte[64];
  private int count;
  private long line = 1;
  private long rowLine;
  private boolean byLine;
  private @Nullable Fault fault;

  /** What is wrong with the row. */
  private record Fault(String code, String message, boolean last) {}

  CsvTokenizer(StrictReader source, CsvOptions options) {
    this.source = source;
    this.window = new TextWindow(source);
    this.delimiter = options.delimiter();
    this.quote = options.quote();
    this.trim = options.trim();
  }

  /**
   * Goes to the next row that is not empty.
   *
   * @return false at the end
   * @throws BadRecordException where the row cannot be read; the next one may be
   */
  boolean next() throws IOException, BadRecordException {
    while (true) {
      window.mark();
      count = 0;
      rowLine = line;
      fault = null;
      int c = window.peek();
      if (c < 0) {
        return false;
      }
      boolean more = true;
      while (more) {
        more = field();
      }
      if (fault == null && !window.dropped() && isEmptyLine()) {
        continue;
      }
      check();
      return true;
    }
  }

  /** Columns of the row. */
  int count() {
    return count;
  }

  /** Whether the field stands in quotes. */
  boolean quoted(int column) {
    return (kind[column] & QUOTED) != 0;
  }

  /** Whether the field has no characters. */
  boolean isEmpty(int column) {
    return from[column] == to[column];
  }

  String text(int column) {
    String text = window.text(from[column], to[column]);
    if ((kind[column] & DOUBLED) == 0) {
      return text;
    }
    String mark = String.valueOf(quote);
    return text.replace(mark + mark, mark);
  }

  /** The first line of the row, from 1. */
  long line() {
    return rowLine;
  }

  /** An error of this row. */
  BadRecordException bad(String code, String message, boolean last) {
    boolean kept = !window.dropped() && window.length() <= TextLimits.MAX_RAW;
    String raw = kept ? window.text(0, window.length()).stripTrailing() : null;
    return new BadRecordException(code, message, rowLine, raw, last);
  }

  /** How many characters stand before the end of the row. */
  long offset() {
    return window.offset();
  }

  /** Whether a line end ends the row, and not the input. */
  boolean isLine() {
    return byLine;
  }

  private boolean isEmptyLine() {
    return count == 1 && kind[0] == 0 && from[0] == to[0];
  }

  private void check() throws BadRecordException {
    long end = window.offset();
    boolean malformed = source.faultBefore(end);
    if (window.dropped()) {
      source.forgetBefore(end);
      throw bad(
          ReadCodes.TOO_LONG,
          "The row that starts at line "
              + rowLine
              + " has more than 20,000,000 characters; such a row is not read"
              + (fault != null && fault.last ? ", and a quote in it is never closed." : "."),
          fault != null && fault.last);
    }
    if (malformed) {
      String message =
          "At "
              + place(source.faultAt())
              + " "
              + source.faultText()
              + "; set the option encoding to the right one.";
      source.forgetBefore(end);
      throw bad(ReadCodes.BAD_ENCODING, message, fault != null && fault.last);
    }
    if (fault != null) {
      throw bad(fault.code, fault.message, fault.last);
    }
  }

  /** {@code line 3, column 2} of a character of this row, counted within the whole input. */
  private String place(long offset) {
    int index = (int) (offset - (window.offset() - window.length()));
    long at = rowLine;
    int column = 1;
    char[] chars = window.chars();
    for (int i = window.start(); i < window.start() + index; i++) {
      boolean end = chars[i] == '\n' || chars[i] == '\r' && chars[i + 1] != '\n';
      at += end ? 1 : 0;
      column = end ? 1 : column + 1;
    }
    return "line " + at + ", column " + column;
  }

  private long offsetOf(int index) {
    return window.offset() - window.length() + index;
  }

  /** Reads one field and what ends it; whether another one follows. */
  private boolean field() throws IOException {
    int begin = window.length();
    if (trim) {
      skipBlanks();
    }
    if (window.peek() == quote) {
      return quotedField();
    }
    if (trim) {
      begin = window.length();
    }
    return unquotedField(begin);
  }

  private void skipBlanks() throws IOException {
    int c = window.peek();
    while ((c == ' ' || c == '\t') && c != delimiter) {
      window.skip();
      c = window.peek();
    }
  }

  private boolean unquotedField(int begin) throws IOException {
    int c = window.readTo(delimiter);
    int end = c < 0 ? window.length() : window.length() - 1;
    if (trim && !window.dropped()) {
      char[] chars = window.chars();
      while (end > begin && isBlank(chars[window.start() + end - 1])) {
        end--;
      }
    }
    add(begin, end, 0);
    return ended(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private boolean quotedField() throws IOException {
    final int open = window.length();
    window.skip();
    int flags = QUOTED;
    while (true) {
      int c = window.readTo(quote);
      if (c == quote) {
        if (window.peek() != quote) {
          break;
        }
        window.skip();
        flags |= DOUBLED;
      } else if (c == '\n' || c == '\r' && window.peek() != '\n') {
        line++;
      } else if (c < 0) {
        String where = window.dropped() ? "line " + rowLine : place(offsetOf(open));
        fail(ReadCodes.BAD_QUOTE, "The quote at " + where + " is never closed.", true);
        byLine = false;
        return false;
      }
    }
    add(open + 1, window.length() - 1, flags);
    if (trim) {
      skipBlanks();
    }
    int c = window.read();
    if (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
      String where = window.dropped() ? "line " + line : place(offsetOf(window.length() - 1));
      fail(
          ReadCodes.BAD_QUOTE,
          "At " + where + " text follows a closing quote; a quote within quotes is written twice.",
          false);
      c = window.readTo(delimiter);
    }
    return ended(c);
  }

  private void fail(String code, String message, boolean last) {
    if (fault == null || last) {
      fault = new Fault(code, message, last);
    }
  }

  /** Takes the rest of a line end; whether the row goes on. */
  private boolean ended(int c) throws IOException {
    if (c == '\r' && window.peek() == '\n') {
      window.skip();
    }
    byLine = c == '\r' || c == '\n';
    if (byLine) {
      line++;
      return false;
    }
    return c >= 0;
  }

  private void add(int begin, int end, int flags) {
    if (count >= MAX_COLUMNS) {
      count++;
      return;
    }
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      kind = Arrays.copyOf(kind, count * 2);
    }
    from[count] = begin;
    to[count] = end;
    kind[count++] = (byte) flags;
  }
}
