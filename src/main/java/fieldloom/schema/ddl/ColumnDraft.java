package fieldloom.schema.ddl;

import fieldloom.database.Column;
import fieldloom.database.ColumnType;
import fieldloom.database.SqlDefaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column while its definition and what is said of it later are being read. */
final class ColumnDraft {
  final String name;
  ColumnType type;
  boolean notNull;
  boolean counted;
  boolean computed;
  @Nullable String defaultValue;
  @Nullable String remarks;

  ColumnDraft(String name, ColumnType type) {
    this.name = name;
    this.type = type;
  }

  void allow(List<String> values) {
    if (!values.isEmpty()) {
      type = type.withValues(values);
    }
  }

  ColumnDraft copy() {
    ColumnDraft copy = new ColumnDraft(name, type);
    copy.notNull = notNull;
    copy.counted = counted;
    copy.computed = computed;
    copy.defaultValue = defaultValue;
    copy.remarks = remarks;
    return copy;
  }

  Column column(boolean inKey) {
    return new Column(
        name,
        type,
        !notNull && !inKey,
        counted || computed || defaultValue != null,
        computed,
        counted || computed ? null : SqlDefaults.json(defaultValue, type.storage()),
        remarks == null || remarks.isBlank() ? null : remarks.strip());
  }
}
