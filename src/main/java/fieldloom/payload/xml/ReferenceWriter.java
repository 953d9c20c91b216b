package fieldloom.payload.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import org.codehaus.stax2.io.EscapingWriterFactory;

/** Writes what an encoding lacks, and what markup is made of, as references to characters. */
final class ReferenceWriter extends Writer {
  private final Writer out;
  private final CharsetEncoder encoder;
  private final String marked;

  private ReferenceWriter(Writer out, CharsetEncoder encoder, String marked) {
    this.out = out;
    this.encoder = encoder;
    this.marked = marked;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    int plain = from;
    int i = from;
    int end = from + length;
    while (i < end) {
      int c = Character.codePointAt(text, i, end);
      int size = Character.charCount(c);
      if (!isPlain(c, text, i, size)) {
        out.write(text, plain, i - plain);
        out.write("&#x" + Integer.toHexString(c) + ";");
        plain = i + size;
      }
      i += size;
    }
    out.write(text, plain, end - plain);
  }

  private boolean isPlain(int c, char[] text, int at, int size) {
    if (c < 0x80) {
      return marked.indexOf(c) < 0;
    }
    return size == 1 ? encoder.canEncode(text[at]) : encoder.canEncode(new String(text, at, size));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Makes them of an encoding. */
  static final class Factory implements EscapingWriterFactory {
    private final CharsetEncoder encoder;
    private final String marked;

    private Factory(CharsetEncoder encoder, String marked) {
      this.encoder = encoder;
      this.marked = marked;
    }

    static Factory text(CharsetEncoder encoder) {
      return new Factory(encoder, "<>&\r");
    }

    static Factory attributes(CharsetEncoder encoder) {
      return new Factory(encoder, "<>&\"\n\r\t");
    }

    @Override
    public Writer createEscapingWriterFor(Writer target, String encoding) {
      return new ReferenceWriter(target, encoder, marked);
    }

    @Override
    public Writer createEscapingWriterFor(OutputStream target, String encoding) {
      throw new IllegalStateException("documents are written as characters");
    }
  }
}
