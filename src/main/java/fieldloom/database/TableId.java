package fieldloom.database;

import org.jspecify.annotations.Nullable;

/**
 * A table's full name.
 *
 * @param catalog null where the database has none, or none is said
 * @param schema null where the database has none, or none is said
 */
public record TableId(@Nullable String catalog, @Nullable String schema, String name) {

  /** As people write it: {@code sales.orders}. */
  @Override
  public String toString() {
    String owner = schema == null ? catalog : schema;
    return owner == null ? name : owner + "." + name;
  }
}
