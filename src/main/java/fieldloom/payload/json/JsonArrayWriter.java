package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fieldloom.payload.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an array of records: indented throughout, or a record a line. */
final class JsonArrayWriter implements RecordWriter {
  private final JsonGenerator out;
  private final boolean indent;
  private boolean begun;
  private boolean finished;

  JsonArrayWriter(OutputStream stream, boolean indent) throws IOException {
    this.out = Generators.create(stream, indent);
    this.indent = indent;
  }

  @Override
  public void write(Object value) throws IOException {
    if (indent) {
      if (!begun) {
        out.writeStartArray();
      }
    } else {
      out.writeRaw(begun ? ",\n" : "[\n");
    }
    begun = true;
    ValueWriter.write(out, value);
  }

  @Override
  public void finish() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    if (!begun) {
      out.writeRaw("[]\n");
    } else if (indent) {
      out.writeEndArray();
      out.writeRaw('\n');
    } else {
      out.writeRaw("\n]\n");
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
