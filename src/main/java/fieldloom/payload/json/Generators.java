package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;

/** Makes generators of UTF-8 JSON. */
final class Generators {
  private Generators() {}

  static JsonGenerator create(OutputStream out, boolean indent) throws IOException {
    JsonGenerator generator = JsonCodec.FACTORY.createGenerator(out, JsonEncoding.UTF8);
    if (indent) {
      generator.setPrettyPrinter(printer());
    }
    return generator;
  }

  /** Two spaces a level, LF on every platform, {@code "a": 1}, {@code []} for no items. */
  private static PrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withRootSeparator("")
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentArraysWith(lines);
    printer.indentObjectsWith(lines);
    return printer;
  }
}
