package fieldloom.payload.xml;

import fieldloom.payload.text.TextPage;
import java.io.IOException;
import java.io.Writer;

/**
 * What has been written of a document and not handed on yet: it can be taken back, and something
 * can be put in between.
 */
final class XmlPage extends Writer {
  private final TextPage page;

  XmlPage(TextPage page) {
    this.page = page;
  }

  @Override
  public void write(int c) {
    page.append((char) c);
  }

  @Override
  public void write(char[] chars, int from, int length) {
    page.append(chars, from, length);
  }

  @Override
  public void write(String text) {
    page.append(text);
  }

  @Override
  public void write(String chars, int from, int length) {
    page.append(chars.substring(from, from + length));
  }

  int length() {
    return page.length();
  }

  void insert(int at, String chars) {
    page.insert(at, chars);
  }

  /** Takes back what was written behind a place. */
  void cut(int length) {
    page.cut(length);
  }

  /** Hands on all there is. */
  void handOn() throws IOException {
    page.handOn();
  }

  /** Hands nothing on: the parser's own buffer ends here. */
  @Override
  public void flush() {}

  void finish() throws IOException {
    page.finish();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
