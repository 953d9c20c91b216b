package fieldloom.payload.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is to be written.
 *
 * @param values by the number of the column in its table; null where the record has none
 * @param children rows that belong to it; a list that the record does not have is left out
 */
record WriteRow(@Nullable Object[] values, Map<WriteLevel.Child, List<WriteRow>> children) {

  WriteRow(int columns) {
    this(new @Nullable Object[columns], new LinkedHashMap<>());
  }

  boolean has(int column) {
    return values[column] != null;
  }
}
