package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;

/** Reads schemas from texts, for tests; single quotes stand for double ones. */
final class Schemas {
  private Schemas() {}

  static SchemaTree read(String text) throws SchemaException {
    return SchemaReaders.read(
        "folder/order.schema.json", text.replace('\'', '"').getBytes(UTF_8), null);
  }

  static SchemaTree sample(String file, String text) throws SchemaException {
    return SchemaReaders.read(file, text.replace('\'', '"').getBytes(UTF_8), null);
  }

  static SchemaNode at(SchemaTree tree, String path) {
    SchemaNode node = tree.find(Path.parse(path));
    if (node == null) {
      throw new AssertionError("no " + path + " in\n" + SchemaText.tsv(tree));
    }
    return node;
  }
}
