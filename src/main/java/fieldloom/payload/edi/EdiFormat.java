package fieldloom.payload.edi;

import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.text.StrictReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * Interchanges of X12 and EDIFACT, a record a message. Options: {@code standard}, {@code message},
 * {@code encoding}, {@code delimiters}, {@code lineEnd}, {@code wrapped}, {@code envelope}.
 */
public final class EdiFormat implements PayloadFormat {
  /** Characters in which an interchange tells its encoding. */
  private static final int START_BYTES = 256;

  @Override
  public String name() {
    return "edi";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    return open(in, spec);
  }

  static EdiReader open(InputStream in, PayloadSpec spec) throws IOException {
    EdiOptions options = EdiOptions.read(spec.name(), spec.options());
    EdiGrammar grammar = TreeGrammar.of(spec);
    BufferedInputStream input = new BufferedInputStream(in);
    Charset encoding = options.encoding();
    if (encoding == null) {
      input.mark(START_BYTES);
      byte[] start = input.readNBytes(START_BYTES);
      input.reset();
      encoding = EdiEncodings.of(start, start.length);
    }
    return new EdiReader(
        spec.name(), options, grammar, new EdiFeed(new StrictReader(input, encoding)), false);
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    return new EdiWriter(out, spec, EdiOptions.read(spec.name(), spec.options()));
  }
}
