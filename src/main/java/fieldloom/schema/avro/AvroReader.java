package fieldloom.schema.avro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.json.JsonSchemas;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Avro schemas ({@code .avsc}) and the types of Avro protocols ({@code .avpr}). The record is the
 * schema itself; of several records, the option {@code root} names the one, else it is the first
 * that no other uses.
 */
public final class AvroReader implements SchemaReader {
  private static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");

  @Override
  public String name() {
    return "avro";
  }

  @Override
  public List<String> extensions() {
    return List.of("avsc");
  }

  @Override
  public List<String> formats() {
    return List.of("json", "ndjson");
  }

  @Override
  public List<String> optionNames() {
    return List.of("root");
  }

  @Override
  public boolean accepts(SchemaFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    return name.endsWith(".avsc") || name.endsWith(".avpr") || looksLike(file);
  }

  /** Whether the outermost object, or the first of a list, says that it is one of Avro's types. */
  private static boolean looksLike(SchemaFile file) {
    byte[] content = file.content();
    String start = SchemaContent.glance(content).stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return false;
    }
    boolean type = false;
    boolean parts = false;
    try (JsonParser parser = new JsonFactory().createParser(content)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean list = value == JsonToken.START_ARRAY;
        type |=
            member.equals("type")
                && value == JsonToken.VALUE_STRING
                && NAMED.contains(parser.getText());
        type |= member.equals("protocol") && value == JsonToken.VALUE_STRING;
        parts |= list && Set.of("fields", "symbols", "types").contains(member);
        parser.skipChildren();
      }
      return type && parts;
    } catch (IOException e) {
      // No JSON: another reader says what is wrong with it. A beginning has no end.
      return file.isBeginning() && type && parts;
    }
  }

  @Override
  public List<String> roots(SchemaFile file) throws SchemaException {
    return AvroTypes.read(file.label(), JsonSchemas.tree(file)).records();
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    AvroTypes types = AvroTypes.read(file.label(), JsonSchemas.tree(file));
    SchemaNode root = new AvroNodes(types).root(file.option("root"));
    return new SchemaTree(root.title(), root);
  }
}
