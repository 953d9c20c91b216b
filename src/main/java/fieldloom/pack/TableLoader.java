package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.Table;
import fieldloom.payload.TableRows;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the lookup tables that are kept in files beside a mapping, and takes those that somebody
 * else has read from databases.
 */
final class TableLoader {
  private final Resources resources;
  private final Map<String, TableRows> queried;
  private final Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final Mapping mapping;

  private TableLoader(Mapping mapping, Resources resources, Map<String, TableRows> queried) {
    this.resources = resources;
    this.queried = queried;
    mapping.tables().forEach(this::add);
    this.mapping = mapping.withTables(tables);
  }

  /**
   * Reads them.
   *
   * @param queried what queries gave, by table
   */
  static TableLoader load(Mapping mapping, Resources resources, Map<String, TableRows> queried) {
    return new TableLoader(mapping, resources, queried);
  }

  /**
   * The rows by table: none where their file could not be read; no entry where they are in a
   * database that was not asked.
   */
  Map<String, List<List<Object>>> rows() {
    return rows;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The mapping to compile: tables without names for their columns have those of their files. */
  Mapping mapping() {
    return mapping;
  }

  private void add(Table table) {
    JsonNode from = table.from();
    if (from == null) {
      tables.add(table);
      return;
    }
    TableRows read = table.query() == null ? read(table.name(), from) : queried.get(table.name());
    if (read == null) {
      tables.add(table);
      return;
    }
    rows.put(table.name(), read.rows());
    tables.add(
        table.columns().isEmpty()
            ? new Table(
                table.name(),
                read.names(),
                table.keyType(),
                List.of(),
                from,
                table.otherwise(),
                table.extras())
            : table);
  }

  private TableRows read(String name, JsonNode from) {
    boolean sheet = from.path("xlsx").isTextual();
    String file = from.path(sheet ? "xlsx" : "csv").asText();
    try {
      byte[] content = resources.read(file);
      String label = "table " + name;
      return sheet ? TableRows.xlsx(content, from, label) : TableRows.csv(content, from, label);
    } catch (FileNotFoundException e) {
      return problem(
          "table-missing",
          name,
          "The table's file " + file + " is not there.",
          "Put it beside the mapping, or name the right file.");
    } catch (IOException e) {
      return problem(
          "table-unreadable",
          name,
          "The table's file " + file + " cannot be read: " + e.getMessage(),
          "Correct the file or give another one.");
    }
  }

  private TableRows problem(String code, String table, String message, String remedy) {
    problems.add(
        new Problem(
            Problem.Severity.ERROR, code, Problem.Place.named("table " + table), message, remedy));
    return new TableRows(List.of(), List.of());
  }
}
