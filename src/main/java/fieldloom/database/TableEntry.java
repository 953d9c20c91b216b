package fieldloom.database;

import org.jspecify.annotations.Nullable;

/**
 * A table or view as one of those to choose from.
 *
 * @param name as options of mappings name it, so that it is found again: {@code orders}, {@code
 *     sales.orders}
 * @param schema the schema it is in, the database's where there are no schemas; "" for none
 * @param table its own name
 * @param own whether it is in the connection's own schema
 * @param view whether it is a view
 * @param columns how many it has
 * @param remarks what its author wrote about it
 */
public record TableEntry(
    String name,
    String schema,
    String table,
    boolean own,
    boolean view,
    int columns,
    @Nullable String remarks) {}
