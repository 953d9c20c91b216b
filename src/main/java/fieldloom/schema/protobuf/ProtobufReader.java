package fieldloom.schema.protobuf;

import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Protobuf schema files of versions 2 and 3. The record is the message that the option {@code root}
 * names; without it the first message of the file that no other of its messages uses.
 */
public final class ProtobufReader implements SchemaReader {
  private static final Pattern START =
      Pattern.compile(
          "(?:syntax\\s*=\\s*[\"']proto[23]|edition\\s*=\\s*[\"']|package\\s+[\\w.]+\\s*;"
              + "|import\\s+(?:public\\s+|weak\\s+)?[\"'][^\"'\\n]+[.]proto[\"']"
              + "|message\\s+\\w+\\s*\\{).*",
          Pattern.DOTALL);

  @Override
  public String name() {
    return "protobuf";
  }

  @Override
  public List<String> extensions() {
    return List.of("proto");
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
    return file.fileName().toLowerCase(Locale.ROOT).endsWith(".proto")
        || START.matcher(behindComments(SchemaContent.glance(file.content()))).matches();
  }

  private static String behindComments(String text) {
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        break;
      }
    }
    return text.substring(at, Math.min(text.length(), at + 1_000));
  }

  /** The names of the messages of the file itself. */
  @Override
  public List<String> roots(SchemaFile file) throws SchemaException {
    return ProtoTypes.read(file, note -> {}).roots();
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    return read(file, note -> {});
  }

  @Override
  public SchemaTree read(SchemaFile file, Consumer<String> notes) throws SchemaException {
    ProtoTypes types = ProtoTypes.read(file, notes);
    SchemaNode root = new ProtoNodes(types).root(types.root(file.option("root")));
    return new SchemaTree(root.title(), root);
  }
}
