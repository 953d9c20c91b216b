package fieldloom.ui.schemas;

import fieldloom.payload.JsonValues;
import fieldloom.schema.jdbc.DatabaseRows;
import fieldloom.schema.json.JsonSchemaWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Makes what was read from a database ready to be kept. Its schema becomes a file, for a mapping
 * can be opened where the database is not.
 */
final class DatabasePick {
  private static final String SCHEMA = ".schema.json";

  /** Another table makes these void. */
  private static final List<String> VOIDS =
      List.of("url", "table", "query", "key", "depth", "root", "mode");

  private DatabasePick() {}

  /**
   * A table or query.
   *
   * @param label what people know it by
   */
  static SchemaPick of(String label, DatabaseRows.Wanted wanted, DatabaseRows read) {
    String file = fileName(wanted) + SCHEMA;
    return new SchemaPick(
        label,
        "table",
        read.tree(),
        FieldLines.of(read.tree()),
        SampleRows.of(read.tree(), read.rows(), read.problem()),
        "table",
        read.options(),
        VOIDS,
        null,
        false,
        List.of(file),
        Map.of(file, JsonSchemaWriter.write(read.tree())),
        Map.of());
  }

  /** The same with the rows as a sample, as files of tables have them. */
  static SchemaPick withRows(SchemaPick pick, DatabaseRows read) {
    byte[] rows = (JsonValues.toPrettyJson(read.rows()) + "\n").getBytes(StandardCharsets.UTF_8);
    return pick.withSamples(Map.of(baseName(pick) + ".rows.json", rows));
  }

  /** What its files are called, without their endings. */
  static String baseName(SchemaPick pick) {
    String name = pick.names().getFirst();
    return name.substring(0, name.length() - SCHEMA.length());
  }

  private static String fileName(DatabaseRows.Wanted wanted) {
    return switch (wanted) {
      case DatabaseRows.Table table -> plain(table.name());
      case DatabaseRows.Query query -> "query";
    };
  }

  /** Letters and digits of any script; the rest could mean something to a file system. */
  private static String plain(String table) {
    String plain = table.replaceAll("[^\\p{L}\\p{N}_]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "table" : plain;
  }
}
