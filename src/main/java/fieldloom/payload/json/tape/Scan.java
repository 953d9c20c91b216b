package fieldloom.payload.json.tape;

/**
 * A place in JSON in UTF-8, and how readers go on from it: over blanks, counting the lines that
 * begin in them, and over texts, checking them.
 */
abstract class Scan {
  byte[] b = {};
  int p;

  /** Whether the text that was passed last has escapes. */
  boolean escaped;

  /** Whether it has characters beyond ASCII. */
  boolean wide;

  private int lines;
  private int lineStart;

  /**
   * Goes to a place.
   *
   * @param bytes with a 0 where they end and {@link TapeReader#PADDING} bytes from there
   */
  final void begin(byte[] bytes, int from) {
    b = bytes;
    p = from;
    lines = 0;
    lineStart = -1;
  }

  /** How many lines begin within what was passed since {@link #begin}. */
  public final int lines() {
    return lines;
  }

  /** Where the last of these begins; -1 where none does. */
  public final int lineStart() {
    return lineStart;
  }

  final void skipBlanks() {
    byte c = b[p];
    while (c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
      p++;
      if (c == '\n' || c == '\r' && b[p] != '\n') {
        lines++;
        lineStart = p;
      }
      c = b[p];
    }
  }

  /** Passes over a text from its quote to behind its end; where it is wrong, up to there. */
  final boolean text() {
    int i = p + 1;
    escaped = false;
    wide = false;
    while (true) {
      if (i + 8 > b.length) {
        p = i;
        return false;
      }
      long marks = Bytes.special(Bytes.word(b, i));
      if (marks == 0) {
        i += 8;
        continue;
      }
      i += Bytes.first(marks);
      byte c = b[i];
      if (c == '"') {
        p = i + 1;
        return true;
      }
      int length = c == '\\' ? Scalars.escape(b, i) : c < 0 ? Utf8.length(b, i) : 0;
      if (length == 0) {
        p = i;
        return false;
      }
      escaped |= c == '\\';
      wide |= c < 0;
      i += length;
    }
  }

  /** Passes over true, false or null; {@link Tape#ABSENT} where it is none of them. */
  final int literal() {
    int kind = Scalars.literal(b, p);
    p += kind == Tape.FALSE ? 5 : kind == Tape.ABSENT ? 0 : 4;
    return kind;
  }
}
