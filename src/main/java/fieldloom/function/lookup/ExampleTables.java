package fieldloom.function.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.Extras;
import fieldloom.model.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables that the examples of the Lookup group use. */
public final class ExampleTables {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExampleTables() {}

  /**
   * Table units: {@code code, iso, name} with kg and m. Table brackets: {@code from, to, size,
   * discount} with 0 to 100 and 100 and more. Table plant, a calendar: Chinese New Year 2026, with
   * the Saturday before it worked. Table packing, units: boxes of two materials and rolls. Table
   * rates, of currencies.
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
                    JSON.numberNode(new BigDecimal("0.05"))))),
        table("plant", List.of("day", "kind", "note"), "date", plant()),
        table(
            "packing",
            List.of("from", "to", "factor", "material", "validFrom"),
            null,
            List.of(
                row("box", "pcs", "24", "M-100"),
                row("box", "pcs", "12", "M-200"),
                row("box", "pcs", "10", "M-200", "2027-01-01"),
                row("roll", "kg", "12.5"))),
        table(
            "rates",
            List.of("from", "to", "validFrom", "rate"),
            null,
            List.of(
                row("USD", "CNY", "2026-01-01", "7.04"),
                row("USD", "CNY", "2026-02-01", "6.98"),
                row("EUR", "CNY", "2026-01-01", "8.00"))));
  }

  private static List<List<JsonNode>> plant() {
    List<List<JsonNode>> rows = new ArrayList<>();
    rows.add(row("2026-02-14", "work", "调休"));
    for (int day = 15; day <= 23; day++) {
      rows.add(row("2026-02-" + day, "free", "春节"));
    }
    return rows;
  }

  private static Table table(
      String name, List<String> columns, @Nullable String keyType, List<List<JsonNode>> rows) {
    return new Table(name, columns, keyType, rows, null, new Table.Otherwise.Fail(), Extras.NONE);
  }

  private static List<JsonNode> row(String... cells) {
    return Stream.of(cells).<JsonNode>map(JSON::textNode).toList();
  }
}
