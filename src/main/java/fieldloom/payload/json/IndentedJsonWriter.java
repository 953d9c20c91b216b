package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fieldloom.payload.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes indented JSON: an array of the records, or one bare value. */
final class IndentedJsonWriter implements RecordWriter {
  private final JsonGenerator out;
  private final boolean bare;
  private boolean begun;
  private boolean finished;

  IndentedJsonWriter(OutputStream stream, boolean bare) throws IOException {
    this.out = Generators.create(stream, true);
    this.bare = bare;
  }

  @Override
  public void write(Object value) throws IOException {
    if (begun && bare) {
      throw new IllegalStateException("a second record for a bare document");
    }
    if (!begun && !bare) {
      out.writeStartArray();
    }
    begun = true;
    ValueWriter.write(out, value);
    if (bare) {
      out.writeRaw('\n');
    }
  }

  @Override
  public void finish() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    if (!bare) {
      if (begun) {
        out.writeEndArray();
        out.writeRaw('\n');
      } else {
        out.writeRaw("[]\n");
      }
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
