package fieldloom.payload.xml;

import java.io.IOException;
import java.io.Writer;

/**
 * What has been written of a document and not handed on yet: it can be taken back, and something
 * can be put in between.
 */
final class XmlPage extends Writer {
  private static final int FIRST_CHARS = 16_384;

  private final Writer out;
  private StringBuilder text = new StringBuilder(FIRST_CHARS);

  XmlPage(Writer out) {
    this.out = out;
  }

  @Override
  public void write(int c) {
    text.append((char) c);
  }

  @Override
  public void write(char[] chars, int from, int length) {
    text.append(chars, from, length);
  }

  @Override
  public void write(String chars, int from, int length) {
    text.append(chars, from, from + length);
  }

  int length() {
    return text.length();
  }

  void insert(int at, String chars) {
    text.insert(at, chars);
  }

  /** Takes back what was written behind a place. */
  void cut(int length) {
    text.setLength(length);
  }

  /** Hands on all there is. */
  void handOn() throws IOException {
    out.append(text);
    if (text.capacity() > FIRST_CHARS * 64) {
      text = new StringBuilder(FIRST_CHARS);
    }
    text.setLength(0);
  }

  /** Hands nothing on: the parser's own buffer ends here. */
  @Override
  public void flush() {}

  void finish() throws IOException {
    handOn();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
