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

/** A JSON value a line, lines ended by LF or CRLF; blank lines are skipped. */
public final class NdjsonFormat implements PayloadFormat {

  @Override
  public String name() {
    return "ndjson";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    return new NdjsonReader(new StrictReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    return new NdjsonWriter(out);
  }
}
