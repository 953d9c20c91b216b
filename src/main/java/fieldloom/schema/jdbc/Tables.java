package fieldloom.schema.jdbc;

import fieldloom.database.ForeignKey;
import fieldloom.database.TableId;
import fieldloom.database.TableInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables that are known, and how they belong together. Not thread-safe while it is being filled.
 */
public final class Tables {
  private final Map<TableId, TableInfo> all = new LinkedHashMap<>();
  private final Map<TableId, List<ForeignKey>> children = new LinkedHashMap<>();

  public void add(TableInfo table) {
    all.put(table.id(), table);
  }

  /** Adds what a child points to its parent with. */
  public void add(ForeignKey key) {
    List<ForeignKey> keys = children.computeIfAbsent(key.parent(), id -> new ArrayList<>());
    if (!keys.contains(key)) {
      keys.add(key);
    }
  }

  public boolean has(TableId id) {
    return all.containsKey(id);
  }

  public @Nullable TableInfo get(TableId id) {
    return all.get(id);
  }

  /** All tables in the order in which they were added. */
  public List<TableInfo> all() {
    return List.copyOf(all.values());
  }

  /** The foreign keys to a table from tables that are known. */
  List<ForeignKey> children(TableId id) {
    return children.getOrDefault(id, List.of()).stream()
        .filter(key -> all.containsKey(key.child()))
        .toList();
  }
}
