package fieldloom.payload.table;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.text.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The options of a source or target that is a table.
 *
 * @param table its name as people write it; null where a query is given
 * @param query null where a table is given
 * @param key names of the columns that tell rows apart; empty for the primary key
 * @param fetchSize rows that are fetched at once
 * @param depth how many levels of rows stand in a row; null for as many as the schema has, one
 *     where there is no schema
 */
record TableOptions(
    @Nullable String table,
    @Nullable String query,
    List<String> key,
    Mode mode,
    int fetchSize,
    @Nullable Integer depth) {
  private static final int FETCH_SIZE = 1_000;
  private static final int MOST_FETCHED = 100_000;

  /** What becomes of a record that is written. */
  enum Mode {
    INSERT,
    UPSERT,
    UPDATE,
    DELETE;

    /** As options spell it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same with another number of rows that are fetched at once. */
  TableOptions fetching(int rows) {
    return new TableOptions(table, query, key, mode, rows, depth);
  }

  static TableOptions read(PayloadSpec spec) throws FormatException {
    Options options = new Options(spec.name(), spec.options());
    String table = options.filled("table");
    String query = options.filled("query");
    if (table == null && query == null) {
      throw options.missing("table", "the name of a table or view, or a query in the option query");
    }
    if (table != null && query != null) {
      throw options.wrong(
          "query",
          options.node("query"),
          "left out where the option table is given, or it instead");
    }
    String mode = options.oneOf("mode", List.of("insert", "upsert", "update", "delete"));
    Integer fetchSize = options.whole("fetchSize", 1);
    if (fetchSize != null && fetchSize > MOST_FETCHED) {
      throw options.wrong(
          "fetchSize", options.node("fetchSize"), "a whole number up to " + MOST_FETCHED);
    }
    return new TableOptions(
        table,
        query,
        key(options),
        Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
        fetchSize == null ? FETCH_SIZE : fetchSize,
        options.whole("depth", 0));
  }

  private static List<String> key(Options options) throws FormatException {
    JsonNode node = options.node("key");
    List<String> key = new ArrayList<>();
    if (node != null) {
      if (node.isTextual()) {
        key.add(node.textValue());
      } else {
        for (JsonNode item : node) {
          key.add(item.isTextual() ? item.textValue() : "");
        }
      }
      if (key.isEmpty() || key.stream().anyMatch(String::isBlank)) {
        throw options.wrong("key", node, "the name of a column or a list of such names");
      }
    }
    return List.copyOf(key);
  }
}
