package fieldloom.payload.fixed;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of fields at fixed positions. Options: {@code records}, {@code header}, {@code unit},
 * {@code encoding}, {@code lineEnd}.
 */
public final class FixedFormat implements PayloadFormat {

  @Override
  public String name() {
    return "fixed";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    FixedOptions options = FixedOptions.read(spec.name(), spec.options());
    StrictReader source = new StrictReader(in, options.encoding());
    FixedLines lines = new FixedLines(spec.name(), options, typed(options, spec), source);
    return options.header() == null
        ? new FixedReader(source, lines, options.nested())
        : new GroupReader(source, lines, options);
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    FixedOptions options = FixedOptions.read(spec.name(), spec.options());
    return new FixedWriter(out, spec.name(), options, typed(options, spec));
  }

  /** The kinds of lines, with the schema's types where the options give none. */
  private static List<RecordType> typed(FixedOptions options, PayloadSpec spec) {
    SchemaNode root = spec.schema().root();
    return options.records().stream()
        .map(
            type ->
                new RecordType(
                    type.name(),
                    type.mark(),
                    typed(type.fields(), options.nested() ? root.child(type.name()) : root)))
        .toList();
  }

  private static List<FixedField> typed(List<FixedField> fields, @Nullable SchemaNode node) {
    SchemaNode line = node != null && node.type() == FieldType.ARRAY ? node.item() : node;
    return fields.stream()
        .map(
            field -> {
              SchemaNode known = line == null ? null : line.child(field.name());
              return field.type() == null && known != null && known.type().isScalar()
                  ? field.withType(known.type())
                  : field;
            })
        .toList();
  }
}
