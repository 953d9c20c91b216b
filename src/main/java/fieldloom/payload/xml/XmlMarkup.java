package fieldloom.payload.xml;

import fieldloom.payload.text.TextPage;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Tags, attributes and texts as characters on a page. What cannot stand in a text or in quotes, or
 * what the encoding lacks, is written as a reference. Names come checked. Not thread-safe.
 */
final class XmlMarkup {
  private static final boolean[] IN_TEXT = plain("<>&", "\t\n");
  private static final boolean[] IN_QUOTES = plain("<&\"", "");

  private final TextPage page;

  /** Asked for each character; null where the encoding has them all. */
  private final @Nullable CharsetEncoder narrow;

  /** From here on characters are looked at more closely. */
  private final char limit;

  /** Whether a start tag waits for its end. */
  private boolean open;

  XmlMarkup(TextPage page, Charset encoding) {
    this.page = page;
    CharsetEncoder encoder = encoding.newEncoder();
    boolean all = encoding.name().startsWith("UTF-") || encoder.canEncode("\uE000\uD83D\uDE00");
    this.narrow = all ? null : encoder;
    this.limit = all ? Character.MIN_SURROGATE : 0x80;
  }

  /** The characters of ASCII that stand for themselves. */
  private static boolean[] plain(String marked, String controls) {
    boolean[] plain = new boolean[0x80];
    for (char c = 0; c < plain.length; c++) {
      plain[c] = c < ' ' ? controls.indexOf(c) >= 0 : marked.indexOf(c) < 0;
    }
    return plain;
  }

  /**
   * Begins a start tag, which stays open for attributes.
   *
   * @param tag {@code <name}
   */
  void start(String tag) {
    closeTag();
    page.append(tag);
    open = true;
  }

  /**
   * Ends an element, which is an empty one where nothing was written in it.
   *
   * @param tag {@code </name>}
   */
  void end(String tag) {
    if (open) {
      open = false;
      page.append("/>");
    } else {
      page.append(tag);
    }
  }

  /** Forgets the start tag that is open, for it is taken back. */
  void takeBack() {
    open = false;
  }

  /** Puts a declaration into the start tag that is open. */
  void declaration(String text) {
    page.append(text);
  }

  /** A line's end and the blanks before what comes next. */
  void newLine(int depth) {
    closeTag();
    page.append('\n');
    page.repeat(' ', 2 * depth);
  }

  private void closeTag() {
    if (open) {
      open = false;
      page.append('>');
    }
  }

  /**
   * Puts an attribute into the start tag that is open.
   *
   * @param name with a blank before it and {@code ="} behind it
   */
  void attribute(String name, String value) throws Unfit {
    page.append(name);
    append(value, IN_QUOTES);
    page.append('"');
  }

  /** Writes a text; an empty one is none. */
  void text(String text) throws Unfit {
    if (!text.isEmpty()) {
      closeTag();
      append(text, IN_TEXT);
    }
  }

  private void append(String text, boolean[] plain) throws Unfit {
    int from = page.length();
    page.append(text);
    char[] chars = page.chars();
    int end = page.length();
    for (int i = from; i < end; i++) {
      char c = chars[i];
      if (c < 0x80 ? !plain[c] : c >= limit) {
        page.cut(from);
        XmlChars.check(text);
        appendMarked(text, plain);
        return;
      }
    }
  }

  private void appendMarked(String text, boolean[] plain) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        i += appendWide(text, i);
      } else if (plain[c] || c == '>' && i > 0 && text.charAt(i - 1) != ']') {
        // Only what would end a section of characters must not stand in a text.
        page.append(c);
      } else {
        page.append(reference(c));
      }
    }
  }

  /** Appends a character beyond ASCII; returns how many more units than one it takes. */
  private int appendWide(String text, int at) {
    int more = Character.isHighSurrogate(text.charAt(at)) ? 1 : 0;
    CharsetEncoder encoder = narrow;
    if (encoder == null || encoder.canEncode(text.subSequence(at, at + more + 1))) {
      page.append(text.charAt(at));
      if (more > 0) {
        page.append(text.charAt(at + 1));
      }
    } else {
      page.append("&#x" + Integer.toHexString(text.codePointAt(at)) + ";");
    }
    return more;
  }

  private static String reference(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      default -> "&#x" + Integer.toHexString(c) + ";";
    };
  }
}
