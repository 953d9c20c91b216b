package fieldloom.payload.xml;

import fieldloom.payload.ReadCodes;
import fieldloom.payload.text.TextLimits;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Serial;
import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a parser reads for one event, for names and processing instructions of any length
 * would be collected until the memory is full.
 */
final class EventReader extends FilterReader {
  /** An attribute may be as long as a text, and has its element around it. */
  private static final long MOST = TextLimits.MAX_CHARS + 1_000_000L;

  private long read;

  /** More was read for one event than any may have. */
  static final class TooLong extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  EventReader(Reader in) {
    super(in);
  }

  /** Begins to count anew. */
  void next() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int c = in.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    int count = in.read(target, from, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int more) throws TooLong {
    read += more;
    if (read > MOST) {
      throw new TooLong();
    }
  }

  static XmlFault fault(@Nullable Location at) {
    long line = at == null ? 1 : Math.max(1, at.getLineNumber());
    return new XmlFault(
        ReadCodes.TOO_LONG,
        "At line "
            + line
            + ", column "
            + (at == null ? 1 : Math.max(1, at.getColumnNumber()))
            + " a name, a tag or a processing instruction has more than 20,000,000 characters; so"
            + " long a one is not read.",
        line,
        true);
  }
}
