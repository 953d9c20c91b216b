package fieldloom.schema.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.database.Names;
import fieldloom.database.TableInfo;
import fieldloom.database.sql.SqlSyntaxException;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.jdbc.TableTrees;
import fieldloom.schema.jdbc.Tables;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A script with CREATE TABLE statements. One table is the record; of several, the option {@code
 * table} or {@code root} names the one, and without it they stand side by side. The option {@code
 * depth} says how many levels of rows that belong to a row stand in it: 1 unless it is given.
 */
public final class DdlReader implements SchemaReader {
  private static final Pattern DEFINITION =
      Pattern.compile("(?im)^[ \\t]*+CREATE\\s++(?:\\w++\\s++){0,4}?TABLE\\s");
  private static final int GLANCE = 1 << 20;

  @Override
  public String name() {
    return "ddl";
  }

  @Override
  public List<String> extensions() {
    return List.of("sql", "ddl");
  }

  @Override
  public List<String> formats() {
    return List.of("json", "ndjson", "csv", "table");
  }

  @Override
  public List<String> optionNames() {
    return List.of("root");
  }

  @Override
  public boolean accepts(SchemaFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".sql") || name.endsWith(".ddl")) {
      return true;
    }
    String start = SchemaContent.glance(file.content(), GLANCE);
    boolean other = start.stripLeading().startsWith("{") || start.stripLeading().startsWith("[");
    return !other && DEFINITION.matcher(start).find();
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    return read(file, note -> {});
  }

  /** The names of the tables. */
  @Override
  public List<String> roots(SchemaFile file) throws SchemaException {
    return tables(file, note -> {}).all().stream().map(table -> table.id().name()).toList();
  }

  @Override
  public SchemaTree read(SchemaFile file, Consumer<String> notes) throws SchemaException {
    Tables tables = tables(file, notes);
    List<TableInfo> all = tables.all();
    TableTrees trees = new TableTrees(tables);
    String wanted = file.option("table") == null ? file.option("root") : file.option("table");
    int depth = depth(file);
    if (wanted != null) {
      return trees.table(chosen(file, wanted, all), depth);
    }
    return all.size() == 1
        ? trees.table(all.getFirst(), depth)
        : trees.tables(SchemaContent.baseName(file.label()), all, depth);
  }

  private static Tables tables(SchemaFile file, Consumer<String> notes) throws SchemaException {
    String text = SchemaContent.text(file.label(), file.content(), StandardCharsets.UTF_8);
    Tables tables;
    try {
      tables = new Script(text, file.watch(text.length()), notes).read();
    } catch (SqlSyntaxException e) {
      throw new SchemaException(
          "The file "
              + file.label()
              + " is no SQL that can be read "
              + e.place()
              + ": "
              + e.getMessage()
              + "; correct it there.");
    }
    if (tables.all().isEmpty()) {
      throw new SchemaException(
          "The file " + file.label() + " has no CREATE TABLE; give one that defines a table.");
    }
    return tables;
  }

  private static TableInfo chosen(SchemaFile file, String wanted, List<TableInfo> all)
      throws SchemaException {
    Map<String, TableInfo> named = new LinkedHashMap<>();
    for (TableInfo table : all) {
      named.putIfAbsent(table.id().name(), table);
      named.put(table.id().toString(), table);
    }
    @Nullable String found = Names.match(wanted, named.keySet());
    TableInfo table = found == null ? null : named.get(found);
    if (table == null) {
      throw new SchemaException(
          "The file "
              + file.label()
              + " defines no table “"
              + wanted
              + "”; name one of "
              + String.join(", ", all.stream().map(one -> one.id().name()).limit(20).toList())
              + ".");
    }
    return table;
  }

  private static int depth(SchemaFile file) throws SchemaException {
    JsonNode options = file.options();
    JsonNode depth = options == null ? null : options.get("depth");
    if (depth == null || depth.isNull()) {
      return 1;
    }
    if (!depth.isIntegralNumber() || !depth.canConvertToInt() || depth.intValue() < 0) {
      throw new SchemaException(
          "The option depth is " + depth + ", but it must be a whole number from 0 on.");
    }
    return depth.intValue();
  }
}
