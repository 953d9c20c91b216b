package fieldloom.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.pack.FolderResources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas of JSON Schema itself, as a library of validation carries them. */
class MetaSchemaTest {
  @TempDir private Path folder = Path.of("");

  private void copy(String draft, String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/" + draft + "/" + name)) {
      assertThat(in).as(name).isNotNull();
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, in.readAllBytes());
    }
  }

  private static long count(SchemaNode node, int depth, Map<SchemaNode, long[]> known) {
    if (depth == 0) {
      return 0;
    }
    long[] counts = known.computeIfAbsent(node, key -> new long[20]);
    if (counts[depth] == 0) {
      long count = 0;
      for (SchemaNode child : node.children()) {
        count += 1 + count(child.innermost(), depth - 1, known);
      }
      counts[depth] = count + 1;
    }
    return counts[depth] - 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "draft-04 | ''",
        "draft-06 | ''",
        "draft-07 | ''",
        "draft/2019-09 | core applicator validation meta-data format content",
        "draft/2020-12 | core applicator unevaluated validation meta-data format-annotation content"
      })
  void theFieldsAreThoseThatAPlainWalkCounts(String draft, String parts) throws Exception {
    copy(draft, "schema");
    for (String part : parts.isEmpty() ? new String[0] : parts.split(" ")) {
      copy(draft, "meta/" + part);
    }
    Path file = folder.resolve("schema");
    SchemaTree tree =
        SchemaReaders.read(
            new SchemaFile(
                "schema", "schema", Files.readAllBytes(file), null, new FolderResources(folder)),
            null);

    JsonFields plain = new JsonFields(file);
    Map<SchemaNode, long[]> known = new HashMap<>();
    for (int depth : List.of(1, 2, 3, 4, 6)) {
      assertThat(count(tree.root(), depth, known))
          .as("fields down to depth %d", depth)
          .isEqualTo(plain.count(depth))
          .isPositive();
    }
    assertThat(tree.root().type()).isIn(FieldType.OBJECT, FieldType.ANY);
    assertThat(tree.root().child("items")).isNotNull();
  }
}
