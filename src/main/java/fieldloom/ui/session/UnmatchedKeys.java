package fieldloom.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import fieldloom.model.Table;
import fieldloom.pack.Projects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of a sample that rules look up and that no row of a table has. */
public final class UnmatchedKeys {
  private static final Set<String> FUNCTIONS = Set.of("LOOKUP");

  private UnmatchedKeys() {}

  /**
   * Finds them; takes as long as mapping the sample does.
   *
   * @return by table, in order of appearance; tables without any are left out
   */
  public static Map<String, List<String>> of(
      Mapping mapping, Map<String, SchemaTree> schemas, Projects.Tables tables, Sample sample) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Table table : tables.mapping().tables()) {
      List<List<Object>> read = tables.rows().get(table.name());
      if (table.from() != null && read == null) {
        continue;
      }
      Set<String> keys = new HashSet<>();
      if (read != null) {
        read.stream()
            .filter(row -> !row.isEmpty())
            .forEach(row -> keys.add(normal(table, Values.show(row.getFirst()))));
      } else {
        table.rows().stream()
            .filter(row -> !row.isEmpty())
            .forEach(row -> keys.add(normal(table, text(row.getFirst()))));
      }
      List<String> missing = new ArrayList<>();
      for (String key : KeyProbe.keys(mapping, schemas, sample, table.name(), FUNCTIONS).keySet()) {
        if (!keys.contains(normal(table, key))) {
          missing.add(key);
        }
      }
      if (!missing.isEmpty()) {
        found.put(table.name(), List.copyOf(missing));
      }
    }
    return found;
  }

  private static String text(JsonNode cell) {
    return cell.isNumber() ? plain(cell.decimalValue()) : cell.asText();
  }

  /** Numbers are the same key however they are written. */
  private static String normal(Table table, String key) {
    boolean number = "integer".equals(table.keyType()) || "decimal".equals(table.keyType());
    return number && key.matches("-?\\d{1,40}(\\.\\d{1,40})?") ? plain(new BigDecimal(key)) : key;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
