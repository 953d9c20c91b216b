package fieldloom.payload.csv;

import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * CSV. Options: {@code delimiter}, {@code quote}, {@code header}, {@code encoding}, {@code
 * lineEnd}, {@code emptyIs}, {@code trim}, {@code neutralise}.
 */
public final class CsvFormat implements PayloadFormat {

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    CsvOptions options = CsvOptions.read(spec.name(), spec.options());
    return new CsvReader(spec, options, new StrictReader(in, options.encoding()));
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    return new CsvWriter(out, spec, CsvOptions.read(spec.name(), spec.options()));
  }
}
