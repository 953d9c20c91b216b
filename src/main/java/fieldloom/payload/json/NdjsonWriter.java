package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fieldloom.payload.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a compact value a line. */
final class NdjsonWriter implements RecordWriter {
  private final JsonGenerator out;

  NdjsonWriter(OutputStream stream) throws IOException {
    out = Generators.create(stream, false);
  }

  @Override
  public void write(Object value) throws IOException {
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
