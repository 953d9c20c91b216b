package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads schema files as trees, numbers exact. */
final class JsonTrees {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** What the parser adds for programmers. */
  private static final List<String> ADVICE =
      List.of(
          ": was expecting (JSON String",
          " (JSON String, Number",
          " (for Array starting at",
          " (for Object starting at",
          ": maybe a (non-standard) comment?",
          ": enable `",
          ": expected close marker for",
          " (start marker at");

  private JsonTrees() {}

  /** Reads a file that holds one JSON or YAML value, as its name or content says. */
  static JsonNode read(SchemaFile file) throws SchemaException {
    String text = SchemaContent.text(file.label(), file.content(), StandardCharsets.UTF_8);
    return YamlTrees.isYaml(file, text)
        ? YamlTrees.read(file, text)
        : read(file.label(), file.reader(text), 0);
  }

  /** Reads a file that holds one JSON value, whatever its name. */
  static JsonNode readJson(SchemaFile file) throws SchemaException {
    String text = SchemaContent.text(file.label(), file.content(), StandardCharsets.UTF_8);
    return read(file.label(), file.reader(text), 0);
  }

  /**
   * Reads a text that holds one JSON value.
   *
   * @throws SchemaException with file, line and column
   */
  static JsonNode read(String fileName, String text) throws SchemaException {
    return read(fileName, text, 0);
  }

  /**
   * Reads one JSON value.
   *
   * @param linesBefore how many lines of the file stand before the text
   */
  static JsonNode read(String fileName, String text, long linesBefore) throws SchemaException {
    return read(fileName, new StringReader(text), linesBefore);
  }

  private static JsonNode read(String fileName, Reader text, long linesBefore)
      throws SchemaException {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null
              ? ""
              : " at line "
                  + (linesBefore + Math.max(1, at.getLineNr()))
                  + ", column "
                  + Math.max(1, at.getColumnNr());
      throw new SchemaException(
          "The file " + fileName + " is no JSON" + place + ": " + reason(e) + ".");
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
    if (tree == null || tree.isMissingNode()) {
      throw new SchemaException(
          "The file " + fileName + " is empty; a JSON Schema or a sample was expected.");
    }
    return tree;
  }

  /** The tree; null where the text is no single JSON value. */
  static @Nullable JsonNode readOrNull(String text) {
    try {
      return read("", text);
    } catch (SchemaException e) {
      return null;
    }
  }

  static String reason(JsonProcessingException e) {
    String reason = e.getOriginalMessage().strip();
    for (String advice : ADVICE) {
      int at = reason.indexOf(advice);
      if (at > 0) {
        reason = reason.substring(0, at);
      }
    }
    while (reason.endsWith(".")) {
      reason = reason.substring(0, reason.length() - 1);
    }
    return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }
}
