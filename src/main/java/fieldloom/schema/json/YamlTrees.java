package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML as a tree. Tags make no objects. */
final class YamlTrees {
  private static final int LARGEST_CHARS = 200 << 20;
  private static final int DEEPEST = 500;
  private static final Pattern KEY = Pattern.compile("(?m)^[A-Za-z$][\\w$-]*:(\\s|$)");
  private static final YAMLFactory FACTORY = factory();

  private YamlTrees() {}

  private static YAMLFactory factory() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_CHARS);
    options.setNestingDepthLimit(DEEPEST);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
        .build();
  }

  /** Whether a file is YAML rather than JSON. */
  static boolean isYaml(SchemaFile file, String text) {
    String name = file.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return true;
    }
    String start = text.stripLeading();
    return !name.endsWith(".json")
        && !start.startsWith("{")
        && !start.startsWith("[")
        && KEY.matcher(start.substring(0, Math.min(start.length(), 4_096))).find();
  }

  /** Reads it; what is wrong is one sentence with line and column. */
  static JsonNode read(SchemaFile file, String text) throws SchemaException {
    String label = file.label();
    try (YAMLParser parser = FACTORY.createParser(file.reader(text))) {
      JsonNode tree = new YamlTree(parser, label).read();
      if (tree == null) {
        throw new SchemaException("The file " + label + " is empty; a schema was expected.");
      }
      return tree;
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line "
                  + Math.max(1, e.getLocation().getLineNr())
                  + ", column "
                  + Math.max(1, e.getLocation().getColumnNr());
      throw new SchemaException(
          "The file " + label + " is no YAML" + place + ": " + reason(e) + ".");
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
  }

  private static String reason(JsonProcessingException e) {
    // The parser's own sentence comes first, then the piece of text it stands in.
    String line = e.getOriginalMessage().strip().lines().findFirst().orElse("it cannot be read");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
