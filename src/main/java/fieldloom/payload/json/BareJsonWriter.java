package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fieldloom.payload.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one value without an array around it; nothing where there is no record. */
final class BareJsonWriter implements RecordWriter {
  private final JsonGenerator out;
  private boolean written;

  BareJsonWriter(OutputStream stream, boolean indent) throws IOException {
    out = Generators.create(stream, indent);
  }

  @Override
  public void write(Object value) throws IOException {
    if (written) {
      throw new IllegalStateException("a second record for a bare document");
    }
    written = true;
    ValueWriter.write(out, value);
    out.writeRaw('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
