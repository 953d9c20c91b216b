package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.schema.csv.CsvSampleReader.Dialect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The options of a source or target as far as they say how its samples are written. A wrong value
 * is passed over here: the reader of the payload says what is wrong with it.
 */
final class SampleOptions {
  private SampleOptions() {}

  static @Nullable String records(@Nullable JsonNode options) {
    return options == null || !options.path("records").isTextual()
        ? null
        : options.get("records").textValue();
  }

  static Dialect dialect(@Nullable JsonNode options) {
    if (options == null) {
      return Dialect.FOUND;
    }
    return new Dialect(
        character(options, "delimiter", ','),
        character(options, "quote", '"'),
        options.path("header").asBoolean(true),
        charset(options),
        options.path("trim").asBoolean(false));
  }

  private static char character(JsonNode options, String name, char otherwise) {
    String text = options.path(name).asText("");
    return text.length() == 1 ? text.charAt(0) : otherwise;
  }

  private static Charset charset(JsonNode options) {
    String name = options.path("encoding").asText("");
    try {
      return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
