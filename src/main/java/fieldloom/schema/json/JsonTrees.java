package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.Fault;
import fieldloom.model.value.NumberLimits;
import fieldloom.payload.json.JsonWords;
import fieldloom.payload.json.RecordsPointer;
import fieldloom.schema.Extent;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads schema files as trees, numbers exact. */
final class JsonTrees {
  private static final JsonMapper SAMPLES =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** In a schema a key that stands twice is a mistake; of samples the last value counts. */
  private static final JsonMapper SCHEMAS =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final ObjectReader RECORDS =
      SAMPLES.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonTrees() {}

  /** Takes records. */
  @FunctionalInterface
  interface Records {
    /** Takes the next one. */
    void take(JsonNode record) throws SchemaException;
  }

  /** Reads a schema, one JSON or YAML value, as its name or content says. */
  static JsonNode read(SchemaFile file) throws SchemaException {
    String text = SchemaContent.text(file.label(), file.content(), StandardCharsets.UTF_8);
    return YamlTrees.isYaml(file, text)
        ? YamlTrees.read(file, text)
        : read(SCHEMAS, file.label(), file.reader(text), text.length(), 0);
  }

  /**
   * Reads a sample's records, one after the other: the items of the array that a pointer names,
   * else those of its root, or what else that is.
   *
   * @throws SchemaException with file, line and column
   */
  static void readRecords(SchemaFile file, @Nullable JsonPointer pointer, Records records)
      throws SchemaException {
    String label = file.label();
    String text = SchemaContent.text(label, file.content(), StandardCharsets.UTF_8);
    try (TreeBudget parser =
        new TreeBudget(SAMPLES.createParser(file.reader(text)), text.length())) {
      try {
        if (parser.nextToken() == null) {
          throw empty(label);
        }
        boolean array = RecordsPointer.findArray(parser, pointer);
        if (array) {
          parser.restart();
          for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            take(parser, label, (pointer == null ? "" : pointer) + "/" + i, records);
            parser.restart();
          }
        } else if (pointer == null) {
          take(parser, label, "", records);
        }
        behindRecords(parser);
        if (!array && pointer != null) {
          throw noArray(file, pointer);
        }
      } catch (JsonProcessingException e) {
        throw wrong(label, e, parser, 0);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
  }

  /** Reads what the records stand in to its end, where nothing may follow. */
  private static void behindRecords(TreeBudget parser) throws IOException {
    while (!parser.getParsingContext().inRoot()) {
      parser.nextToken();
      parser.restart();
    }
    if (parser.nextToken() != null) {
      throw MismatchedInputException.from(parser, JsonNode.class, "Trailing token");
    }
  }

  private static SchemaException noArray(SchemaFile file, JsonPointer pointer) {
    return new SchemaException(
        "The sample "
            + file.label()
            + " has no array at "
            + pointer
            + (file.extent() instanceof Extent.FirstRecords
                ? " in the first " + file.megabytes() + " MB, which is what was read of it"
                : "")
            + ", where the option records says the records are.");
  }

  /**
   * Takes the record that begins at the current token.
   *
   * @param pointer where it stands
   */
  private static void take(JsonParser parser, String label, String pointer, Records records)
      throws IOException, SchemaException {
    JsonNode record = RECORDS.readTree(parser);
    checkNumbers(label, record, pointer);
    records.take(record);
  }

  /**
   * Reads one JSON value of a sample.
   *
   * @param linesBefore how many lines of the file stand before the text
   */
  static JsonNode read(String fileName, String text, long linesBefore) throws SchemaException {
    return read(SAMPLES, fileName, new StringReader(text), text.length(), linesBefore);
  }

  private static JsonNode read(
      JsonMapper mapper, String fileName, Reader text, int characters, long linesBefore)
      throws SchemaException {
    JsonNode tree;
    try (JsonParser parser = new TreeBudget(mapper.createParser(text), characters)) {
      try {
        tree = mapper.readTree(parser);
      } catch (JsonProcessingException e) {
        throw wrong(fileName, e, parser, linesBefore);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
    if (tree == null || tree.isMissingNode()) {
      throw empty(fileName);
    }
    checkNumbers(fileName, tree, "");
    return tree;
  }

  private static SchemaException empty(String fileName) {
    return new SchemaException(
        "The file " + fileName + " is empty; a JSON Schema or a sample was expected.");
  }

  private static void checkNumbers(String fileName, JsonNode tree, String pointer)
      throws SchemaException {
    String huge = hugeNumber(tree);
    if (huge != null) {
      throw new SchemaException(
          "The number at "
              + pointer
              + huge
              + " of "
              + fileName
              + " has more than 1,000 digits or an exponent beyond ±9,999; write a smaller one.");
    }
  }

  private static SchemaException wrong(
      String fileName, JsonProcessingException e, JsonParser parser, long linesBefore) {
    boolean limit = e instanceof StreamConstraintsException;
    boolean deep = limit && e.getOriginalMessage().contains("nesting");
    JsonLocation known = e.getLocation();
    JsonLocation at =
        known != null ? known : deep ? parser.currentLocation() : parser.currentTokenLocation();
    long line = linesBefore + Math.max(1, at.getLineNr());
    int column = Math.max(1, at.getColumnNr());
    String place = " at line " + line + ", column " + column;
    if (e instanceof TreeBudget.Exceeded exceeded) {
      return new SchemaException(
          String.format(
              Locale.ROOT,
              "The file %s takes more than %,d MB of memory up to%s, the most that a schema or one"
                  + " record of a sample may take; give a smaller one, such as the first records of"
                  + " it, or give Java more memory, for example FIELDLOOM_OPTS=-Xmx%dg.",
              fileName,
              exceeded.most() >> 20,
              place.substring(3),
              (Runtime.getRuntime().maxMemory() >> 29) + 1));
    }
    if (deep) {
      return new SchemaException(
          "The file "
              + fileName
              + " has more than 1,000 levels of objects and arrays"
              + place
              + "; so many are not read, give one with fewer.");
    }
    if (limit) {
      return new SchemaException(
          "The file "
              + fileName
              + " has a number of more than 1,000 digits, a name of more than 50,000 characters or"
              + " a text of more than 20,000,000"
              + place
              + "; give one with a shorter one.");
    }
    if (e instanceof JsonEOFException || e.getOriginalMessage().startsWith("Unexpected end")) {
      return new SchemaException(
          "The file "
              + fileName
              + " ends"
              + place
              + " in the middle of its JSON; it may have been cut off, so get it whole.",
          Fault.of(Fault.Kind.JSON_CUT_OFF, fileName, line, column));
    }
    return new SchemaException(
        "The file " + fileName + " is no JSON" + place + ": " + JsonWords.of(e) + ".",
        Fault.of(Fault.Kind.NO_JSON, fileName, line, column, JsonWords.of(e)));
  }

  /**
   * The pointer of a number that is short to write and takes all memory to compute with, such as
   * 1e999999999; null where there is none.
   */
  private static @Nullable String hugeNumber(JsonNode node) {
    if (node.isBigDecimal() && !NumberLimits.allows(node.decimalValue())) {
      return "";
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String within = hugeNumber(node.get(i));
      if (within != null) {
        return "/" + i + within;
      }
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String within = hugeNumber(member.getValue());
      if (within != null) {
        return "/" + member.getKey() + within;
      }
    }
    return null;
  }

  /** The tree of a sample; null where the text is no single JSON value. */
  static @Nullable JsonNode readOrNull(String text) {
    try {
      return read("", text, 0);
    } catch (SchemaException e) {
      return null;
    }
  }

  /** Whether the first of several lines is JSON in itself. */
  static boolean startsWithLine(String text) {
    int end = text.indexOf('\n');
    return end > 0 && readOrNull(text.substring(0, end)) != null;
  }
}
