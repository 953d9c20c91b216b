package fieldloom.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.jdbc.JdbcSchemas;
import fieldloom.schema.json.JsonSchemaWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema that is written as JSON Schema is read as it was. */
class JsonSchemaWriterTest {
  private static final int DEEPEST = 6;

  private static SchemaTree back(SchemaTree tree) throws Exception {
    SchemaFile file = SchemaFile.of("o.schema.json", JsonSchemaWriter.write(tree));
    assertThat(SchemaReaders.choose(file, null).name()).isEqualTo("json-schema");
    return SchemaReaders.read(file, null);
  }

  /** All that matters of a schema, a line a field. */
  private static List<String> lines(SchemaTree tree) {
    List<String> lines = new ArrayList<>();
    add(tree.root(), "", 0, lines);
    return lines;
  }

  private static void add(SchemaNode node, String path, int depth, List<String> lines) {
    boolean group = node.type() == FieldType.OBJECT;
    lines.add(
        "%s %s required %s nullable %s open %s %s %s"
            .formatted(
                path,
                node.type().label(),
                node.required(),
                node.nullable(),
                group && node.open(),
                node.titles(),
                node.facets()));
    if (depth > DEEPEST) {
      return;
    }
    if (node.type() == FieldType.ARRAY) {
      add(node.item(), path + "[]", depth + 1, lines);
    }
    node.children().forEach(child -> add(child, path + "." + child.name(), depth + 1, lines));
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void theTablesOfADatabaseAreReadBackWithKeysLengthsAndTheRowsWithinTheirRows(TestServer server)
      throws Exception {
    TestDatabase database = server.fresh();
    boolean postgres = server == TestServer.POSTGRESQL;
    database.execute(
        "CREATE TABLE orders (no VARCHAR(20) PRIMARY KEY, amount DECIMAL(12,2) DEFAULT 0,"
            + " made DATE NOT NULL, moment TIMESTAMP NULL, t TIME, ok BOOLEAN, doc "
            + (postgres ? "jsonb" : "JSON")
            + ", b "
            + (postgres ? "bytea" : "VARBINARY(20)")
            + ", parent VARCHAR(20), FOREIGN KEY (parent) REFERENCES orders (no))",
        "CREATE TABLE order_line (no VARCHAR(20) NOT NULL, pos INT NOT NULL, qty DOUBLE PRECISION,"
            + " PRIMARY KEY (no, pos), FOREIGN KEY (no) REFERENCES orders (no))");
    try (Connection connection = database.connect()) {
      for (int depth : new int[] {0, 1, 2, Integer.MAX_VALUE}) {
        SchemaTree tree = JdbcSchemas.table(connection, "orders", depth);
        assertThat(lines(back(tree))).as("depth %d", depth).isEqualTo(lines(tree));
      }
      SchemaTree query =
          JdbcSchemas.query(connection, "query", "SELECT no, amount * 2 AS twice FROM orders");
      assertThat(lines(back(query))).isEqualTo(lines(query));
    }
  }

  @Test
  void whatAJsonSchemaSaysIsReadBack() throws Exception {
    String schema =
        """
        {"$schema": "x", "type": "object", "required": ["kind"], "additionalProperties": false,
         "properties": {
           "kind": {"enum": ["a", "b", null], "type": ["string", "null"],
                    "title": "Kind", "x-title-zh": "类型", "description": "d"},
           "level": {"type": "integer", "enum": [1, 2], "default": 2},
           "code": {"type": "string", "pattern": "[A-Z]+", "maxLength": 3},
           "some": {"type": "object", "properties": {"x": {"type": "number", "minimum": 1.5}}},
           "pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
           "self": {"$ref": "#"}}}
        """;
    SchemaTree tree =
        SchemaReaders.read("o.schema.json", schema.getBytes(StandardCharsets.UTF_8), null);
    assertThat(lines(back(tree))).isEqualTo(lines(tree));
    assertThat(back(tree).find(Path.parse("pair")).places())
        .extracting(SchemaNode::type)
        .containsExactly(FieldType.STRING, FieldType.INTEGER);
  }
}
