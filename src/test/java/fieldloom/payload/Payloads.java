package fieldloom.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.SchemaTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes whole payloads in memory, for tests. */
public final class Payloads {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Payloads() {}

  /** What came out of an input, in order. */
  public record Result(
      List<RecordReader.InputRecord> records,
      List<BadRecordException> bad,
      List<String> warnings,
      boolean singleRoot) {
    public List<Object> values() {
      return records.stream().map(RecordReader.InputRecord::value).toList();
    }

    /** The values as JSON texts. */
    public List<String> texts() {
      return values().stream().map(JsonValues::toJson).toList();
    }

    public List<Long> lines() {
      return records.stream().map(RecordReader.InputRecord::line).toList();
    }
  }

  public static PayloadSpec spec(String format, @Nullable String options, SchemaTree schema) {
    return new PayloadSpec("order", format, options == null ? null : json(options), schema);
  }

  public static PayloadSpec spec(String format, @Nullable String options) {
    return spec(format, options, SchemaTree.unknown("order"));
  }

  /** A format with the fewest options that many records need. */
  public static PayloadSpec spec(String format) {
    String options =
        switch (format) {
          case "fixed" -> "{\"records\":[{\"fields\":[{\"name\":\"a\",\"at\":1,\"length\":300}]}]}";
          case "xml" -> "{\"records\":\"/all/record\"}";
          default -> null;
        };
    return spec(format, options);
  }

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Result read(PayloadSpec spec, String input) throws IOException {
    return read(spec, input.getBytes(StandardCharsets.UTF_8));
  }

  public static Result read(PayloadSpec spec, byte[] input) throws IOException {
    List<RecordReader.InputRecord> records = new ArrayList<>();
    List<BadRecordException> bad = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try (RecordReader reader = PayloadFormats.reader(new ByteArrayInputStream(input), spec)) {
      reader.onWarning(warnings::add);
      while (true) {
        try {
          RecordReader.InputRecord record = reader.next();
          if (record == null) {
            return new Result(records, bad, warnings, reader.singleRoot());
          }
          records.add(record);
        } catch (BadRecordException e) {
          bad.add(e);
        }
      }
    }
  }

  public static byte[] write(PayloadSpec spec, List<?> values, boolean bare) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer = PayloadFormats.of(spec.format()).writer(out, spec, bare)) {
      for (Object value : values) {
        writer.write(value);
      }
      writer.finish();
    }
    return out.toByteArray();
  }

  public static String writeText(PayloadSpec spec, List<?> values, boolean bare)
      throws IOException {
    return new String(write(spec, values, bare), StandardCharsets.UTF_8);
  }
}
