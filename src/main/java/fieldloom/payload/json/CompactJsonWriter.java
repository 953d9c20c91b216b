package fieldloom.payload.json;

import fieldloom.payload.JsonRecordWriter;
import fieldloom.payload.json.tape.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes compact JSON: a value a line, an array with a record a line, or one bare value. */
final class CompactJsonWriter implements JsonRecordWriter {
  private static final int FULL = 1 << 16;

  private final OutputStream stream;
  private final Layout layout;
  private final JsonOut out = new JsonOut();
  private boolean begun;
  private boolean finished;

  /** What stands around and between records. */
  enum Layout {
    LINES("", "", "\n", "", ""),
    ARRAY("[\n", ",\n", "", "\n]\n", "[]\n"),
    BARE("", "", "\n", "", "");

    final byte[] first;
    final byte[] between;
    final byte[] behind;
    final byte[] end;
    final byte[] none;

    Layout(String first, String between, String behind, String end, String none) {
      this.first = first.getBytes(StandardCharsets.US_ASCII);
      this.between = between.getBytes(StandardCharsets.US_ASCII);
      this.behind = behind.getBytes(StandardCharsets.US_ASCII);
      this.end = end.getBytes(StandardCharsets.US_ASCII);
      this.none = none.getBytes(StandardCharsets.US_ASCII);
    }
  }

  CompactJsonWriter(OutputStream stream, Layout layout) {
    this.stream = stream;
    this.layout = layout;
  }

  @Override
  public void write(Object value) throws IOException {
    out.raw(begun ? layout.between : layout.first);
    out.value(value);
    behind();
  }

  @Override
  public void writeJson(byte[] json, int from, int to) throws IOException {
    out.raw(begun ? layout.between : layout.first);
    out.raw(json, from, to);
    behind();
  }

  private void behind() throws IOException {
    if (begun && layout == Layout.BARE) {
      throw new IllegalStateException("a second record for a bare document");
    }
    begun = true;
    out.raw(layout.behind);
    if (out.length() >= FULL) {
      flush();
    }
  }

  private void flush() throws IOException {
    stream.write(out.bytes(), 0, out.length());
    out.back(0);
  }

  @Override
  public void finish() throws IOException {
    if (!finished) {
      finished = true;
      out.raw(begun ? layout.end : layout.none);
      flush();
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    try (stream) {
      flush();
    }
  }
}
