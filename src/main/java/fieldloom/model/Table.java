package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lookup table: the first column is the key.
 *
 * @param columns names of the columns, the key's first; empty where they have none
 * @param keyType type of the key; null means string
 * @param rows the rows, each a list of JSON values; empty where {@code from} is given
 * @param from where the rows are read from: {@code {"csv": file}}, {@code {"xlsx": …}}, {@code
 *     {"connection", "query"}}; null where the rows stand here
 * @param otherwise what a key without a row gives
 */
public record Table(
    String name,
    List<String> columns,
    @Nullable String keyType,
    List<List<JsonNode>> rows,
    @Nullable JsonNode from,
    Otherwise otherwise,
    Extras extras) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The query that its rows are read from; null where they come from elsewhere. */
  public @Nullable Query query() {
    return from == null || !from.path("query").isTextual()
        ? null
        : new Query(from.path("connection").asText(), from.path("query").asText());
  }

  /**
   * A query of a database.
   *
   * @param connection name of a source or target that is a table, or the URL of a database
   * @param text one query that only reads
   */
  public record Query(String connection, String text) {}

  /** What a lookup of a key without a row gives. */
  public sealed interface Otherwise {
    /** An error of the record; what holds where the file says nothing. */
    record Fail() implements Otherwise {}

    /** The key itself. */
    record Input() implements Otherwise {}

    /** A fixed value, null included. */
    record Value(JsonNode value) implements Otherwise {}
  }
}
