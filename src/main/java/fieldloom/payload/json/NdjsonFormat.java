package fieldloom.payload.json;

import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** A JSON value a line, lines ended by LF or CRLF; blank lines are skipped. */
public final class NdjsonFormat implements PayloadFormat {

  @Override
  public String name() {
    return "ndjson";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    BOMInputStream marked =
        BOMInputStream.builder()
            .setInputStream(in)
            .setInclude(true)
            .setByteOrderMarks(
                ByteOrderMark.UTF_8,
                ByteOrderMark.UTF_32LE,
                ByteOrderMark.UTF_32BE,
                ByteOrderMark.UTF_16LE,
                ByteOrderMark.UTF_16BE)
            .get();
    ByteOrderMark mark = marked.getBOM();
    if (mark != null && !mark.equals(ByteOrderMark.UTF_8)) {
      return new WideNdjsonReader(new StrictReader(marked, StandardCharsets.UTF_8));
    }
    if (mark != null) {
      marked.skipNBytes(mark.length());
    }
    return new NdjsonReader(new ByteLines(marked));
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    return new CompactJsonWriter(out, CompactJsonWriter.Layout.LINES);
  }
}
