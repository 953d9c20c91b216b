package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import fieldloom.model.Fault;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

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
    if (isNamed(file)) {
      return true;
    }
    String name = file.path().toLowerCase(Locale.ROOT);
    String start = text.stripLeading();
    return !name.endsWith(".json")
        && !start.startsWith("{")
        && !start.startsWith("[")
        && KEY.matcher(start.substring(0, Math.min(start.length(), 4_096))).find();
  }

  /** Whether a file's name says that it is YAML. */
  static boolean isNamed(SchemaFile file) {
    String name = file.path().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** Reads it; what is wrong is one sentence with line and column. */
  static JsonNode read(SchemaFile file, String text) throws SchemaException {
    String label = file.label();
    try (YAMLParser parser = FACTORY.createParser(file.reader(text))) {
      try {
        JsonNode tree = new YamlTree(parser, label).read();
        if (tree == null) {
          throw new SchemaException("The file " + label + " is empty; a schema was expected.");
        }
        return tree;
      } catch (JsonProcessingException e) {
        throw wrong(label, text, parser, e);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
  }

  private static SchemaException wrong(
      String label, String text, YAMLParser parser, JsonProcessingException e) {
    JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    String place = place(at.getLineNr(), at.getColumnNr());
    if (e instanceof StreamConstraintsException || isTooDeep(e)) {
      return new SchemaException(
          "The YAML file "
              + label
              + " has more than "
              + DEEPEST
              + " levels"
              + place
              + "; so many are not read, give one with fewer.");
    }
    String reason = "it cannot be read from there on";
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked && marked.getProblem() != null) {
        Mark mark = marked.getProblemMark();
        place = mark == null ? place : place(mark.getLine() + 1, mark.getColumn() + 1);
        reason = withoutAdvice(marked.getProblem());
      } else if (cause instanceof ReaderException reader) {
        String before = text.substring(0, Math.min(text.length(), reader.getPosition()));
        int start = before.lastIndexOf('\n') + 1;
        place =
            place(before.chars().filter(c -> c == '\n').count() + 1, before.length() - start + 1);
        reason = "the control character of code " + reader.getCodePoint() + " stands there";
      }
    }
    if (e.getOriginalMessage().startsWith("Expected a field name")) {
      reason = "a list or an object stands where a key was expected";
    }
    return new SchemaException(
        "The file " + label + " is no YAML" + place + ": " + reason + "; correct it.",
        Fault.of(Fault.Kind.NO_YAML, label, place.strip(), reason));
  }

  private static boolean isTooDeep(JsonProcessingException e) {
    return e.getOriginalMessage().contains("Nesting Depth");
  }

  private static String place(long line, long column) {
    return " at line " + Math.max(1, line) + ", column " + Math.max(1, column);
  }

  /** The parser's own sentence without the hint in parentheses, which is for programmers. */
  private static String withoutAdvice(String problem) {
    String plain = problem.replaceFirst("(?s)\\. \\(.*", "").replace("\t(TAB)", "TAB").strip();
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
