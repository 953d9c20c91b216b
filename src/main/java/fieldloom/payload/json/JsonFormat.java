package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.text.Options;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents. Options: {@code records} (JSON pointer to the array of records), {@code indent}.
 */
public final class JsonFormat implements PayloadFormat {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    Options options = new Options(spec.name(), spec.options());
    JsonPointer records = records(options);
    try {
      return new JsonItems(spec.name(), in, records);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException {
    boolean indent = new Options(spec.name(), spec.options()).flag("indent", false);
    if (indent) {
      return new IndentedJsonWriter(out, bare);
    }
    return new CompactJsonWriter(
        out, bare ? CompactJsonWriter.Layout.BARE : CompactJsonWriter.Layout.ARRAY);
  }

  private static @Nullable JsonPointer records(Options options) throws FormatException {
    String text = options.text("records");
    if (text == null) {
      return null;
    }
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException e) {
      JsonNode given = options.node("records");
      throw options.wrong(
          "records", given, "a JSON pointer to the array of records, such as \"/data/orders\"");
    }
  }
}
