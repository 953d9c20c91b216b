package fieldloom.payload.xml;

import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.text.Options;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How documents are read and written.
 *
 * @param names prefixes of namespaces
 * @param root the root element where no schema names it
 * @param declaration whether a document starts with {@code <?xml …?>}
 * @param indent whether elements stand on lines of their own
 * @param encoding what is written; what is read where a document says nothing else
 * @param records the elements that are one record each
 * @param validate whether what is read is checked against its XSD
 */
record XmlOptions(
    XmlNames names,
    @Nullable String root,
    boolean declaration,
    boolean indent,
    Charset encoding,
    RecordsPath records,
    boolean validate) {

  static XmlOptions read(PayloadSpec spec) throws FormatException {
    Options options = new Options(spec.name(), spec.options());
    return new XmlOptions(
        XmlNames.of(spec.name(), spec.options()),
        options.text("root"),
        options.flag("declaration", true),
        options.flag("indent", false),
        options.charset("encoding", StandardCharsets.UTF_8),
        RecordsPath.of(spec.name(), spec.options()),
        options.flag("validate", false));
  }
}
