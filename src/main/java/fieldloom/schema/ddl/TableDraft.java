package fieldloom.schema.ddl;

import fieldloom.database.Names;
import fieldloom.database.TableId;
import fieldloom.database.TableInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table while statements about it are being read. */
final class TableDraft {
  final TableId id;
  final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
  final List<Reference> references = new ArrayList<>();
  List<String> key = List.of();
  @Nullable String remarks;

  /**
   * A foreign key as it is written.
   *
   * @param table parts of the name of the table it points to
   * @param refers columns there; empty for its primary key
   */
  record Reference(List<String> columns, List<String> table, List<String> refers) {}

  TableDraft(TableId id) {
    this.id = id;
  }

  /** The column of that name, whatever its case; null where there is none. */
  @Nullable ColumnDraft column(String name) {
    String match = Names.match(name, columns.keySet());
    return match == null ? null : columns.get(match);
  }

  /** Names as the columns are spelt; null where one is no column. */
  @Nullable List<String> spelt(List<String> names) {
    List<String> spelt = new ArrayList<>();
    for (String name : names) {
      ColumnDraft column = column(name);
      if (column == null) {
        return null;
      }
      spelt.add(column.name);
    }
    return spelt;
  }

  TableInfo table() {
    List<String> spelt = spelt(key);
    List<String> keys = spelt == null ? List.of() : spelt;
    return new TableInfo(
        id,
        remarks == null || remarks.isBlank() ? null : remarks.strip(),
        columns.values().stream().map(column -> column.column(keys.contains(column.name))).toList(),
        keys);
  }
}
