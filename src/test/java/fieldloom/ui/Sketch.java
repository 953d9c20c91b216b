package fieldloom.ui;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas written as indented text, one field a line: {@code qty: decimal * 数量}. {@code []} behind
 * a name makes it an array, {@code *} behind the type makes it required, the rest is the title.
 */
public final class Sketch {
  private final List<String> lines;
  private int at;

  private Sketch(List<String> lines) {
    this.lines = lines;
  }

  /** Reads a schema; its first line is the record itself. */
  public static SchemaTree of(String text) {
    Sketch sketch = new Sketch(text.lines().filter(l -> !l.isBlank()).toList());
    SchemaNode root = sketch.node(indent(sketch.lines.getFirst()));
    return new SchemaTree(root.title(), root);
  }

  private SchemaNode node(int indent) {
    String line = lines.get(at++).strip();
    String name = line.substring(0, line.indexOf(':'));
    String[] words = line.substring(line.indexOf(':') + 1).strip().split(" +", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    boolean required = rest.startsWith("*");
    String title = (required ? rest.substring(1) : rest).strip();
    List<SchemaNode> children = new ArrayList<>();
    while (at < lines.size() && indent(lines.get(at)) > indent) {
      children.add(node(indent(lines.get(at))));
    }
    FieldType type = FieldType.valueOf(words[0].toUpperCase(java.util.Locale.ROOT));
    boolean array = name.endsWith("[]");
    String plain = array ? name.substring(0, name.length() - 2) : name;
    SchemaNode.Builder builder = SchemaNode.builder(plain, array ? FieldType.ARRAY : type);
    builder.required(required).title(title.isEmpty() ? null : title);
    if (array) {
      builder.item(SchemaNode.builder(plain, type).children(children).build());
    } else {
      builder.children(children);
    }
    return builder.build();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
