package fieldloom.payload.xlsx;

import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A sheet of an Excel workbook. Options: {@code sheet}, {@code headerRow}, {@code firstRow}, {@code
 * titles}.
 */
public final class XlsxFormat implements PayloadFormat {

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    XlsxOptions options = XlsxOptions.read(spec.name(), spec.options());
    return new XlsxReader(spec, SheetTable.open(in, spec.name(), options));
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    return new XlsxWriter(out, spec, XlsxOptions.read(spec.name(), spec.options()));
  }
}
