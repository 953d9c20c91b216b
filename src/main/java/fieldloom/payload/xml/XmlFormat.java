package fieldloom.payload.xml;

import fieldloom.model.XmlSchemaFiles;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * XML documents. Options: {@code namespaces}, {@code root}, {@code declaration}, {@code indent},
 * {@code encoding}, {@code records} (the elements that are one record each), {@code validate}.
 */
public final class XmlFormat implements PayloadFormat {
  private static final int GLANCE_BYTES = 1_024;

  @Override
  public String name() {
    return "xml";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    return reader(in, spec, Runtime.getRuntime().maxMemory() / 2);
  }

  /**
   * Reads with a limit.
   *
   * @param mostBytes what a record may take in memory, roughly
   */
  static RecordReader reader(InputStream in, PayloadSpec spec, long mostBytes) throws IOException {
    XmlOptions options = XmlOptions.read(spec);
    XmlValidation validation = validation(spec, options);
    BufferedInputStream bytes = new BufferedInputStream(in);
    if (isEmpty(bytes)) {
      throw new IOException(
          "The input of " + spec.name() + " is empty; an XML document was expected.");
    }
    try {
      XmlInput input = XmlInput.open(bytes, options.encoding());
      return new XmlReader(spec, options, input, validation, mostBytes);
    } catch (XmlFault e) {
      return new FaultReader(bytes, e, options.records().isWhole());
    }
  }

  private static boolean isEmpty(BufferedInputStream in) throws IOException {
    in.mark(GLANCE_BYTES);
    byte[] start = in.readNBytes(GLANCE_BYTES);
    in.reset();
    for (byte b : start) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return start.length < GLANCE_BYTES;
  }

  private static @Nullable XmlValidation validation(PayloadSpec spec, XmlOptions options)
      throws FormatException {
    if (!options.validate()) {
      return null;
    }
    XmlSchemaFiles xsd = spec.schema().xsd();
    if (xsd == null) {
      throw new FormatException(
          "The option validate of "
              + spec.name()
              + " is true, but its schema is no XSD; give it one, or set validate to false.");
    }
    return XmlValidation.of(spec.name(), xsd);
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    return new XmlWriter(out, spec, XmlOptions.read(spec));
  }
}
