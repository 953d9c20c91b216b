package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value an option of a format takes, as the schema of mapping files says: so a format
 * that gets another option needs nothing here.
 *
 * @param name of the option
 * @param values the words it may be; empty where it is no choice of words
 * @param standard what holds where it is not given, as text; "" where nothing does
 */
record OptionKind(String name, Takes takes, List<String> values, String standard) {
  private static final String SCHEMA = "/assets/schema/mapping.schema.json";

  /** What it takes. */
  enum Takes {
    TEXT,
    NUMBER,
    FLAG,
    WORD,
    /** Kinds of lines with their columns. */
    COLUMNS
  }

  /** Read when first asked for. */
  private static final class Definitions {
    static final JsonNode ALL = read();

    private static JsonNode read() {
      try (InputStream in = OptionKind.class.getResourceAsStream(SCHEMA)) {
        if (in == null) {
          throw new IllegalStateException(SCHEMA + " is not on the classpath");
        }
        return new ObjectMapper().readTree(in).path("$defs");
      } catch (IOException e) {
        throw new IllegalStateException(SCHEMA + " cannot be read", e);
      }
    }
  }

  OptionKind {
    values = List.copyOf(values);
  }

  /** The options of a format that are among those names and can be changed in a form. */
  static List<OptionKind> of(String format, List<String> names) {
    JsonNode properties = Definitions.ALL.path(format + "Options").path("properties");
    List<OptionKind> kinds = new ArrayList<>();
    for (String name : names) {
      OptionKind kind = of(name, resolved(properties.path(name)));
      if (kind != null) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static JsonNode resolved(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? schema : Definitions.ALL.path(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private static @Nullable OptionKind of(String name, JsonNode schema) {
    String standard = schema.path("default").asText();
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(value -> values.add(value.asText()));
    if (!values.isEmpty()) {
      return new OptionKind(name, Takes.WORD, values, standard);
    }
    return switch (schema.path("type").asText()) {
      case "string" -> new OptionKind(name, Takes.TEXT, List.of(), standard);
      case "integer" -> new OptionKind(name, Takes.NUMBER, List.of(), standard);
      case "boolean" -> new OptionKind(name, Takes.FLAG, List.of(), standard);
      case "array" ->
          schema.path("items").path("properties").has("fields")
              ? new OptionKind(name, Takes.COLUMNS, List.of(), "")
              : null;
      default -> null;
    };
  }
}
