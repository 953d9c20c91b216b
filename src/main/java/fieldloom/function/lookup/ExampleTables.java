package fieldloom.function.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.Extras;
import fieldloom.model.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables that the examples of the Lookup group use. */
public final class ExampleTables {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExampleTables() {}

  /**
   * Table units: {@code code, iso, name} with kg and m. Table brackets: {@code from, to, size,
   * discount} with 0 to 100 and 100 and more.
   */
  public static List<Table> all() {
    return List.of(
        table(
            "units",
            List.of("code", "iso", "name"),
            null,
            List.of(row("kg", "KGM", "kilogram"), row("m", "MTR", "metre"))),
        table(
            "brackets",
            List.of("from", "to", "size", "discount"),
            "decimal",
            List.of(
                row("0", "100", "small", "0"),
                List.of(
                    JSON.numberNode(100),
                    JSON.nullNode(),
                    JSON.textNode("large"),
                    JSON.numberNode(new BigDecimal("0.05"))))));
  }

  private static Table table(
      String name, List<String> columns, @Nullable String keyType, List<List<JsonNode>> rows) {
    return new Table(name, columns, keyType, rows, null, new Table.Otherwise.Fail(), Extras.NONE);
  }

  private static List<JsonNode> row(String... cells) {
    return Stream.of(cells).<JsonNode>map(JSON::textNode).toList();
  }
}
