package fieldloom.payload.table;

import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.json.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Rows of a database: {@link TableRecords} reads them, {@link TableSession} writes them. In a file,
 * as samples, tests and trial runs have them, rows are JSON.
 */
public final class TableFormat implements PayloadFormat {
  private final PayloadFormat file = new JsonFormat();

  @Override
  public String name() {
    return "table";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    return file.reader(in, plain(spec));
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    return file.writer(out, plain(spec), bare);
  }

  /** The options say where rows are in a database, nothing about files. */
  private PayloadSpec plain(PayloadSpec spec) {
    return new PayloadSpec(spec.name(), file.name(), null, spec.schema());
  }
}
