package fieldloom.database;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table or a query.
 *
 * @param nullable whether NULL may stand in it
 * @param filled whether the database gives it a value where a new row has none: a default, a
 *     counter, a computed column
 * @param computed whether it can only be read
 * @param defaultValue its default as JSON text where it is a constant; else null
 * @param remarks what its author wrote about it
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    boolean filled,
    boolean computed,
    @Nullable String defaultValue,
    @Nullable String remarks) {

  public Column withType(ColumnType value) {
    return new Column(name, value, nullable, filled, computed, defaultValue, remarks);
  }

  public Column withRemarks(@Nullable String value) {
    return new Column(name, type, nullable, filled, computed, defaultValue, value);
  }
}
